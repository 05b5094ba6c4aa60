import { assignmentSettings } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { getAssignment } from "./get-assignment";
import { type AssignmentDto, type SetAssignmentInput, setAssignmentInput } from "./schemas";

/** Says how conversations find somebody. What waits in the queue is given out by it at once. */
export async function setAssignment(ctx: Context, raw: SetAssignmentInput): Promise<AssignmentDto> {
  requirePermission(ctx, "settings:write");
  const settings = parseInput(setAssignmentInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const stored = { ...settings, updatedAt: ctx.now() };
    await tx
      .insert(assignmentSettings)
      .values({ merchantId: ctx.merchantId, ...stored })
      .onConflictDoUpdate({ target: assignmentSettings.merchantId, set: stored });
    await recordAudit(tx, ctx, {
      action: "assignment.updated",
      subject: { type: "assignment", id: ctx.merchantId },
      details: settings,
    });
    await enqueueJob(tx, ctx, "refresh-deadlines", {});
    await enqueueJob(tx, ctx, "assign-waiting", {});
    return getAssignment(ctx);
  });
}
