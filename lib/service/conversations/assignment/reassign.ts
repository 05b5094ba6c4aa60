import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { syncTimers } from "../clocks/sync-timers";
import { insertActivity, lockConversation, updateConversation } from "../internal";
import { assignAutomatically } from "./assign-automatically";

/**
 * Takes a conversation from an assignee who did not answer in time and gives it to the next one. Who let it go does
 * not get it again before somebody answers, so it goes round once and then waits in the queue.
 */
export async function reassignConversation(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  await inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const timers = await syncTimers(tx, ctx, conversation, ctx.now());
    const { assigneeId } = conversation;
    if (!timers?.reassignAt || timers.reassignAt > ctx.now() || !assigneeId) return;
    const [silent] = await tx.select({ name: users.name }).from(users).where(eq(users.id, assigneeId));
    await insertActivity(tx, ctx, id, { type: "reassigned", detail: silent?.name }, ctx.now());
    await recordAudit(tx, ctx, {
      action: "conversation.reassigned",
      subject: { type: "conversation", id },
      details: { from: assigneeId },
    });
    const waitingSince = timers.response.ran[0]?.[0] ?? timers.response.runningSince;
    const queued = await updateConversation(tx, ctx, id, {
      assigneeId: null,
      waitingSince: waitingSince ? new Date(waitingSince) : ctx.now(),
    });
    await assignAutomatically(tx, ctx, queued, new Date(ctx.now().getTime() + 1));
  });
}
