import type { Attachment } from "postal-mime";
import type { InboundAttachment } from "../adapter";

export const MAX_ATTACHMENTS = 10;
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
/** Smaller pictures inside the text are logos and counters of a signature, not what a customer wants to show. */
const MIN_INLINE_BYTES = 4 * 1024;
const NO_FILES =
  /^(application\/(pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys|ms-tnef)|message\/(delivery-status|disposition-notification)|text\/rfc822-headers)$/;

export interface TakenAttachments {
  attachments: InboundAttachment[];
  leftOut: number;
}

/** The files of a mail, in its order, up to ten of 10 MiB. */
export function takeAttachments(all: Attachment[]): TakenAttachments {
  const attachments: InboundAttachment[] = [];
  let leftOut = 0;
  for (const file of all) {
    const bytes = bytesOf(file);
    if (NO_FILES.test(file.mimeType) || bytes.byteLength === 0) continue;
    if (file.related && /^image\//.test(file.mimeType) && bytes.byteLength < MIN_INLINE_BYTES) continue;
    if (attachments.length >= MAX_ATTACHMENTS || bytes.byteLength > MAX_ATTACHMENT_BYTES) {
      leftOut += 1;
      continue;
    }
    const fileName = file.filename
      ?.replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 255);
    attachments.push({
      kind: kindOf(file.mimeType),
      source: { bytes },
      mimeType: file.mimeType,
      ...(fileName ? { fileName } : {}),
    });
  }
  return { attachments, leftOut };
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function kindOf(mimeType: string): InboundAttachment["kind"] {
  if (mimeType.startsWith("image/")) return "image";
  if (mimeType.startsWith("audio/")) return "voice";
  return mimeType.startsWith("video/") ? "video" : "file";
}
