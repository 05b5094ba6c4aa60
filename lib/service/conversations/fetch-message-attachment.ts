import { and, eq } from "drizzle-orm";
import { channelContacts, conversations, messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { fetchAttachment } from "@/lib/platform/channels";
import { attachmentInput } from "./schemas";

/**
 * The bytes of a file that came with a customer's message. They stay with the platform, which may have forgotten them.
 * @throws AppError `unavailable` when the platform does not give them.
 */
export async function fetchMessageAttachment(
  ctx: Context,
  raw: { id: string; messageId: string; index: number },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  requirePermission(ctx, "conversations:read");
  const { id, messageId, index } = parseInput(attachmentInput, raw);
  const [row] = await inTenant(ctx, ({ tx }) =>
    tx
      .select({ attachments: messages.attachments, accountId: channelContacts.accountId })
      .from(messages)
      .innerJoin(
        conversations,
        and(eq(conversations.merchantId, messages.merchantId), eq(conversations.id, messages.conversationId)),
      )
      .innerJoin(
        channelContacts,
        and(
          eq(channelContacts.merchantId, conversations.merchantId),
          eq(channelContacts.id, conversations.channelContactId),
        ),
      )
      .where(
        and(
          eq(messages.merchantId, ctx.merchantId),
          eq(messages.conversationId, id),
          eq(messages.id, messageId),
        ),
      ),
  );
  const attachment = row?.attachments?.[index];
  if (!row || !attachment) throw notFound("file");
  const { mediaId, url, kind, fileName } = attachment;
  const source = mediaId ? { mediaId } : url ? { url } : null;
  if (!source)
    throw new AppError("unavailable", "This file was not kept. Ask the customer to send it again.");
  const answer = await fetchAttachment(ctx, row.accountId, source).catch((cause) => {
    throw new AppError("unavailable", "The platform could not be reached. Try again in a moment.", { cause });
  });
  if (answer?.status !== 200)
    throw new AppError(
      "unavailable",
      "The platform does not give this file any more. Ask the customer for it.",
    );
  return { bytes: answer.body, fileName: fileName ?? kind };
}
