import { and, count, eq, isNull } from "drizzle-orm";
import { macros } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { nameKeyOf, requireFreeName, requireKnown, requireWriting, toDto } from "./internal";
import {
  type CreateMacroInput,
  createMacroInput,
  MAX_OWN_MACROS,
  MAX_SHOP_MACROS,
  type MacroDto,
} from "./schemas";

/**
 * Keeps a list of steps under a name: for the whole shop (`knowledge:write`), or for oneself.
 * @throws AppError `conflict` where the name is taken or the list is full; `not_found` for a label or member that is
 * not there; `invalid_input` for a key's own macro.
 */
export async function createMacro(ctx: Context, raw: CreateMacroInput): Promise<MacroDto> {
  requirePermission(ctx, "conversations:write");
  const input = parseInput(createMacroInput, raw);
  requireWriting(ctx, input.isPersonal);
  const { actor } = ctx;
  if (input.isPersonal && actor.type !== "user")
    throw new AppError("invalid_input", "Only a member can have macros of their own. Leave isPersonal out.");
  const ownerId = input.isPersonal && actor.type === "user" ? actor.id : null;
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireFreeName(tx, ctx, { name: input.name, ownerId });
    await requireKnown(tx, ctx, input.steps);
    const [kept] = await tx
      .select({ macros: count() })
      .from(macros)
      .where(
        and(
          eq(macros.merchantId, ctx.merchantId),
          ownerId ? eq(macros.ownerId, ownerId) : isNull(macros.ownerId),
        ),
      );
    const most = ownerId ? MAX_OWN_MACROS : MAX_SHOP_MACROS;
    if (kept!.macros >= most)
      throw new AppError("conflict", `There are ${most} macros already. Delete one that nobody uses first.`);
    const now = ctx.now();
    const [row] = await tx
      .insert(macros)
      .values({
        merchantId: ctx.merchantId,
        id: newId(),
        ownerId,
        name: input.name,
        nameKey: nameKeyOf(input.name),
        steps: input.steps,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    await recordAudit(tx, ctx, {
      action: "macro.created",
      subject: { type: "macro", id: row!.id },
      details: { name: input.name, isPersonal: input.isPersonal, steps: input.steps.map(({ type }) => type) },
    });
    return toDto(row!);
  });
}
