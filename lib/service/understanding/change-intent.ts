import { and, eq, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { intentExamples, merchantIntents } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { requireRoom } from "./create-intent";
import { lockTeaching } from "./internal";
import { readIntent } from "./list-intents";
import { type ChangeIntentInput, changeIntentInput, type MerchantIntentDto } from "./schemas";

/**
 * Renames an intent, describes it anew, puts it aside or takes it back. Its id stays: the model has learnt it. One
 * that is put aside is understood in no further message, though the active head may know it.
 * @throws AppError `conflict` where it cannot come back: too many are in use, or another has one of its examples now.
 */
export async function changeIntent(ctx: Context, raw: ChangeIntentInput): Promise<MerchantIntentDto> {
  requirePermission(ctx, "understanding:manage");
  const { id, name, description, archived } = parseInput(changeIntentInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockTeaching(tx, ctx);
    const before = await readIntent(tx, ctx, id);
    const comesBack = archived === false && before.archivedAt !== null;
    const goes = archived === true && before.archivedAt === null;
    if (comesBack) {
      await requireRoom(tx, ctx);
      await requireOwnExamples(tx, ctx, id);
    }
    const isChanged = name !== undefined || description !== undefined || comesBack || goes;
    if (!isChanged) return before;
    await tx
      .update(merchantIntents)
      .set({
        ...(name ? { name } : {}),
        ...(description === undefined ? {} : { description }),
        ...(goes ? { archivedAt: ctx.now() } : {}),
        ...(comesBack ? { archivedAt: null } : {}),
        updatedAt: ctx.now(),
      })
      .where(and(eq(merchantIntents.merchantId, ctx.merchantId), eq(merchantIntents.id, id)));
    await recordAudit(tx, ctx, {
      action: goes ? "intent.archived" : comesBack ? "intent.restored" : "intent.changed",
      subject: { type: "intent", id },
      details: { ...(name ? { name } : {}), ...(description === undefined ? {} : { description }) },
    });
    return readIntent(tx, ctx, id);
  });
}

/** Puts an intent aside; a second time changes nothing. */
export function archiveIntent(ctx: Context, raw: { id: string }): Promise<MerchantIntentDto> {
  return changeIntent(ctx, { ...raw, archived: true });
}

async function requireOwnExamples(tx: Transaction, ctx: Context, id: string): Promise<void> {
  const mine = alias(intentExamples, "mine");
  const [shared] = await tx
    .select({ text: mine.text, intentId: intentExamples.intentId })
    .from(mine)
    .innerJoin(
      intentExamples,
      and(
        eq(intentExamples.merchantId, mine.merchantId),
        eq(intentExamples.textKey, mine.textKey),
        ne(intentExamples.intentId, mine.intentId),
      ),
    )
    .innerJoin(
      merchantIntents,
      and(
        eq(merchantIntents.merchantId, intentExamples.merchantId),
        eq(merchantIntents.id, intentExamples.intentId),
        isNull(merchantIntents.archivedAt),
      ),
    )
    .where(and(eq(mine.merchantId, ctx.merchantId), eq(mine.intentId, id)))
    .limit(1);
  if (!shared) return;
  throw new AppError(
    "conflict",
    `The example “${shared.text}” stands under “${shared.intentId}” now. Remove it there or here first.`,
  );
}
