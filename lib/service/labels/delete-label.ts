import { labels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockLabel, ofLabel } from "./internal";
import { labelIdInput } from "./schemas";

/** Deletes a label and takes it off every conversation. The conversations stay. */
export async function deleteLabel(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "understanding:manage");
  const { id } = parseInput(labelIdInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const { name } = await lockLabel(tx, ctx, id);
    await tx.delete(labels).where(ofLabel(ctx, id));
    await recordAudit(tx, ctx, {
      action: "label.deleted",
      subject: { type: "label", id },
      details: { name },
    });
  });
}
