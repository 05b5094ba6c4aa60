import { and, eq } from "drizzle-orm";
import { macros } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockMacro, nameKeyOf, requireFreeName, requireKnown, requireWriting, toDto } from "./internal";
import { type MacroDto, type UpdateMacroInput, updateMacroInput } from "./schemas";

/** Changes name or steps. @throws AppError `conflict` where the name stands for another macro. */
export async function updateMacro(ctx: Context, raw: UpdateMacroInput): Promise<MacroDto> {
  requirePermission(ctx, "conversations:write");
  const { id, name, steps } = parseInput(updateMacroInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const macro = await lockMacro(tx, ctx, id);
    requireWriting(ctx, macro.ownerId !== null);
    if (name !== undefined) await requireFreeName(tx, ctx, { name, ownerId: macro.ownerId, exceptId: id });
    if (steps) await requireKnown(tx, ctx, steps);
    const [row] = await tx
      .update(macros)
      .set({
        ...(name === undefined ? {} : { name, nameKey: nameKeyOf(name) }),
        ...(steps ? { steps } : {}),
        updatedAt: ctx.now(),
      })
      .where(and(eq(macros.merchantId, ctx.merchantId), eq(macros.id, id)))
      .returning();
    await recordAudit(tx, ctx, {
      action: "macro.changed",
      subject: { type: "macro", id },
      details: { name: row!.name, ...(steps ? { steps: steps.map(({ type }) => type) } : {}) },
    });
    return toDto(row!);
  });
}
