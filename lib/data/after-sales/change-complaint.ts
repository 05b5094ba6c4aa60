import { and, eq } from "drizzle-orm";
import { complaints } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { actorName } from "./actor-name";
import { toComplaintDto } from "./complaint-row";
import { readEvidence } from "./read-evidence";
import { type ChangeComplaintInput, type ComplaintDto, changeComplaintInput } from "./schemas";

/** Takes a complaint up, closes it with what was done about it, or opens it again. */
export async function changeComplaint(ctx: Context, raw: ChangeComplaintInput): Promise<ComplaintDto> {
  requirePermission(ctx, "orders:service");
  const { id, status, severity, resolution } = parseInput(changeComplaintInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const mine = and(eq(complaints.merchantId, ctx.merchantId), eq(complaints.id, id));
    const [before] = await tx.select().from(complaints).where(mine).for("update");
    if (!before) throw notFound("complaint");
    if (status === "closed" && !resolution && !before.resolution) {
      const message = "Say what was done about it.";
      throw new AppError("invalid_input", message, { issues: [{ path: "resolution", message }] });
    }
    const isSame =
      status === before.status &&
      (severity ?? before.severity) === before.severity &&
      (resolution ?? before.resolution) === before.resolution;
    const evidence = await readEvidence(tx, ctx, [before.requestKey]);
    if (isSame) return toComplaintDto(before, evidence);
    const now = ctx.now();
    const [after] = await tx
      .update(complaints)
      .set({
        status,
        ownerName: ownerOf(status, before.ownerName, actorName(ctx.actor)),
        severity: severity ?? before.severity,
        resolution: resolution ?? before.resolution,
        updatedAt: now,
        closedAt: status === "closed" ? now : null,
        closedBy: status === "closed" ? actorName(ctx.actor) : null,
      })
      .where(mine)
      .returning();
    await recordAudit(tx, ctx, {
      action: "complaint.changed",
      subject: { type: "complaint", id },
      details: { from: before.status, to: status, severity: after!.severity },
    });
    return toComplaintDto(after!, evidence);
  });
}

/** Whoever takes it up, or closes what nobody took up; nobody once it is put back. */
function ownerOf(status: ComplaintDto["status"], before: string | null, actor: string): string | null {
  if (status === "open") return null;
  return before ?? actor;
}
