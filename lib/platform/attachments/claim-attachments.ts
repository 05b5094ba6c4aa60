import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, type MessageAttachment } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { toMessageAttachment, uploaderOf } from "./internal";

/**
 * Gives the actor's own uploads to a message of a conversation, each once, in the order of `ids`.
 * @throws AppError `invalid_input` for what is somebody else's, used already, or gone: they are not told apart.
 */
export async function claimAttachments(
  tx: Transaction,
  ctx: Context,
  { ids, conversationId }: { ids: readonly string[]; conversationId: string },
): Promise<MessageAttachment[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .update(attachments)
    .set({ conversationId })
    .where(
      and(
        eq(attachments.merchantId, ctx.merchantId),
        eq(attachments.uploader, uploaderOf(ctx.actor)),
        inArray(attachments.id, [...ids]),
        isNull(attachments.conversationId),
      ),
    )
    .returning();
  return ids.map((id, index) => {
    const row = rows.find((one) => one.id === id);
    if (row) return toMessageAttachment(row);
    const message = "This file is not there any more, or was sent already. Upload it again.";
    throw new AppError("invalid_input", message, {
      issues: [{ path: `attachmentIds.${index}`, message }],
      details: { reason: "file_gone" },
    });
  });
}
