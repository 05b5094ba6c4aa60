import { labels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { findByName, lockLabel, nameKeyOf, nameTaken, ofLabel, takeTurn, toDto } from "./internal";
import { type LabelDto, type UpdateLabelInput, updateLabelInput } from "./schemas";

/** Renames or recolours a label, on all conversations that carry it. @throws AppError `conflict` for a taken name. */
export async function updateLabel(ctx: Context, raw: UpdateLabelInput): Promise<LabelDto> {
  requirePermission(ctx, "understanding:manage");
  const { id, name, color } = parseInput(updateLabelInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await takeTurn(tx, ctx);
    const before = await lockLabel(tx, ctx, id);
    const taken = name === undefined ? undefined : await findByName(tx, ctx, name);
    if (taken && taken.id !== id) throw nameTaken(taken.name);
    const next = { name: name ?? before.name, color: color ?? before.color };
    const [row] = await tx
      .update(labels)
      .set({ ...next, nameKey: nameKeyOf(next.name) })
      .where(ofLabel(ctx, id))
      .returning();
    await recordAudit(tx, ctx, {
      action: "label.changed",
      subject: { type: "label", id },
      details: { before: { name: before.name, color: before.color }, after: next },
    });
    return toDto(row!);
  });
}
