import { and, eq } from "drizzle-orm";
import { cannedReplies } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockReply, requireFreeName, requireWriting, toDto } from "./internal";
import { type CannedReplyDto, type UpdateCannedReplyInput, updateCannedReplyInput } from "./schemas";

/** Changes name or texts. @throws AppError `conflict` where the name stands for another reply. */
export async function updateCannedReply(ctx: Context, raw: UpdateCannedReplyInput): Promise<CannedReplyDto> {
  requirePermission(ctx, "conversations:write");
  const { id, name, texts } = parseInput(updateCannedReplyInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const reply = await lockReply(tx, ctx, id);
    requireWriting(ctx, reply.ownerId !== null);
    if (name !== undefined && name !== reply.name)
      await requireFreeName(tx, ctx, { name, ownerId: reply.ownerId, exceptId: id });
    const [row] = await tx
      .update(cannedReplies)
      .set({ name: name ?? reply.name, texts: texts ?? reply.texts, updatedAt: ctx.now() })
      .where(and(eq(cannedReplies.merchantId, ctx.merchantId), eq(cannedReplies.id, id)))
      .returning();
    await recordAudit(tx, ctx, {
      action: "canned_reply.changed",
      subject: { type: "canned_reply", id },
      details: { name: row!.name, languages: Object.keys(row!.texts) },
    });
    return toDto(row!);
  });
}
