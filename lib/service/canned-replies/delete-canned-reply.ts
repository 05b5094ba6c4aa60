import { and, eq } from "drizzle-orm";
import { cannedReplies } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockReply, requireWriting } from "./internal";
import { cannedReplyIdInput } from "./schemas";

/** Deletes a reply for good. What was sent with it stays as it was sent. */
export async function deleteCannedReply(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(cannedReplyIdInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const reply = await lockReply(tx, ctx, id);
    requireWriting(ctx, reply.ownerId !== null);
    await tx
      .delete(cannedReplies)
      .where(and(eq(cannedReplies.merchantId, ctx.merchantId), eq(cannedReplies.id, id)));
    await recordAudit(tx, ctx, {
      action: "canned_reply.deleted",
      subject: { type: "canned_reply", id },
      details: { name: reply.name },
    });
  });
}
