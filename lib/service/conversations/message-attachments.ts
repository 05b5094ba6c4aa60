import type { MessageAttachment, messages } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { signAttachmentAddress } from "@/lib/platform/attachments";
import { attachmentText, type Language } from "@/lib/service/dialogue";
import type { KeptAttachmentDto, MessageAttachmentDto, MessageDto } from "./schemas";

type MessageRow = Pick<
  typeof messages.$inferSelect,
  "id" | "conversationId" | "text" | "language" | "attachments" | "voice"
>;

/** The files of a message with their addresses for the desk: kept ones at their own, others through their message. */
export function toAttachmentDtos(row: MessageRow): MessageAttachmentDto[] {
  return (row.attachments ?? []).map((file, index) => {
    const isFetchable =
      file.id !== undefined || file.mediaId !== undefined || (file.url !== undefined && !file.problem);
    const onPlatform = `/api/v1/conversations/${row.conversationId}/messages/${row.id}/attachments/${index}`;
    return {
      id: file.id ?? null,
      kind: file.kind,
      mimeType: file.mimeType ?? null,
      fileName: file.fileName ?? null,
      sizeBytes: file.sizeBytes ?? null,
      width: file.width ?? null,
      height: file.height ?? null,
      url: file.id ? `/api/v1/attachments/${file.id}` : isFetchable ? onPlatform : null,
      posterUrl: file.posterId ? `/api/v1/attachments/${file.posterId}` : null,
      isFetchable,
      posterId: file.posterId ?? null,
      transcript: file.transcript ?? null,
      voice: file.voice ?? null,
      problem: file.problem ?? null,
    };
  });
}

/** The same for a visitor, whose browser sends no headers with pictures. */
export function toVisitorAttachments(
  { merchantId, now }: Pick<Context, "merchantId" | "now">,
  // A live event that was kept from before messages had files says nothing of them.
  { attachments = [] }: Partial<Pick<MessageDto, "attachments">>,
): KeptAttachmentDto[] {
  const sign = (id: string) => signAttachmentAddress(merchantId, id, now());
  return attachments.flatMap(({ id, kind, mimeType, fileName, sizeBytes, width, height, posterId }) => {
    if (!id) return [];
    const posterUrl = posterId ? sign(posterId) : null;
    return [{ id, kind, mimeType, fileName, sizeBytes, width, height, url: sign(id), posterUrl }];
  });
}

/** False where the text is what `standIn` made of files without words. */
export function hasOwnWords({ text, language, attachments }: MessageRow): boolean {
  return !attachments?.length || text !== standIn(language, attachments);
}

/** What is stored as the text of files without words, for lists, notices and platforms. */
export function standIn(language: string | null, attachments: readonly MessageAttachment[]): string {
  return attachmentText(
    language === "zh" || language === "es" ? language : ("en" satisfies Language),
    attachments,
  );
}
