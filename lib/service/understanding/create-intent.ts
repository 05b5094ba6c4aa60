import { and, count, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { merchantIntents } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { readTextModelCard } from "@/lib/platform/models/text-model";
import { lockTeaching } from "./internal";
import { readIntent } from "./list-intents";
import {
  type CreateIntentInput,
  createIntentInput,
  intentIdSchema,
  MAX_OWN_INTENTS,
  type MerchantIntentDto,
} from "./schemas";

/**
 * Adds an intent of the shop's own. It is recognised once it has examples and a training was promoted.
 * @throws AppError `conflict` where the id is taken or the shop has as many as it may.
 */
export async function createIntent(ctx: Context, raw: CreateIntentInput): Promise<MerchantIntentDto> {
  requirePermission(ctx, "understanding:manage");
  const { name, description, id: given } = parseInput(createIntentInput, raw);
  const id = given ?? slugOf(name.en ?? name.es ?? "");
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockTeaching(tx, ctx);
    await requireFreeId(tx, ctx, id);
    await requireRoom(tx, ctx);
    const now = ctx.now();
    await tx
      .insert(merchantIntents)
      .values({ merchantId: ctx.merchantId, id, name, description, createdAt: now, updatedAt: now });
    await recordAudit(tx, ctx, {
      action: "intent.created",
      subject: { type: "intent", id },
      details: { name },
    });
    return readIntent(tx, ctx, id);
  });
}

/** @throws AppError `conflict` when the shop has as many intents in use as it may. */
export async function requireRoom(tx: Transaction, ctx: Context): Promise<void> {
  const [row] = await tx
    .select({ used: count() })
    .from(merchantIntents)
    .where(and(eq(merchantIntents.merchantId, ctx.merchantId), isNull(merchantIntents.archivedAt)));
  if (row!.used < MAX_OWN_INTENTS) return;
  throw new AppError(
    "conflict",
    `The shop has ${MAX_OWN_INTENTS} intents of its own, the most it may. Archive one that is not needed first.`,
  );
}

async function requireFreeId(tx: Transaction, ctx: Context, id: string): Promise<void> {
  const { intents } = await readTextModelCard();
  if (intents.includes(id)) {
    throw taken(
      `“${id}” is an intent that the model knows already. Correct messages to it, or choose another id.`,
    );
  }
  const [own] = await tx
    .select({ archivedAt: merchantIntents.archivedAt })
    .from(merchantIntents)
    .where(and(eq(merchantIntents.merchantId, ctx.merchantId), eq(merchantIntents.id, id)));
  if (!own) return;
  throw taken(
    own.archivedAt
      ? `“${id}” is an archived intent of the shop. Take it back, or choose another id.`
      : `The shop has an intent “${id}” already. Choose another id.`,
  );
}

function taken(message: string): AppError {
  return new AppError("conflict", message, { issues: [{ path: "id", message: "This id is taken." }] });
}

/** "Gift wrapping" → `gift_wrapping`. @throws AppError `invalid_input` where nothing of the name is left. */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  if (intentIdSchema.safeParse(slug).success) return slug;
  throw new AppError(
    "invalid_input",
    "The id cannot be made from this name. Give one: small letters, digits and underscores, such as gift_wrapping.",
    { issues: [{ path: "id", message: "Give an id." }] },
  );
}
