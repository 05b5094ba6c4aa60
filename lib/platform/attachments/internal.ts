import type { MessageAttachment } from "@/db/schema";
import type { Actor } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { AttachmentDto } from "./schemas";
import type { AttachmentRow } from "./store-attachment";

/** Who alone may use what this actor uploads. @throws AppError `forbidden` for the program itself. */
export function uploaderOf(actor: Actor): string {
  if (actor.type === "customer") return `visitor:${actor.visitorId}`;
  if (actor.type === "system") throw new AppError("forbidden", "A job uploads nothing.");
  return `${actor.type}:${actor.id}`;
}

export function toAttachmentDto(row: AttachmentRow): AttachmentDto {
  const { id, kind, mimeType, fileName, sizeBytes, width, height, sha256, createdAt } = row;
  return {
    id,
    kind,
    mimeType,
    fileName,
    sizeBytes,
    width,
    height,
    sha256,
    createdAt: createdAt.toISOString(),
  };
}

const MESSAGE_KINDS = { image: "image", video: "video", audio: "voice", document: "file" } as const;

/** What a message says of a file, so that a thread is shown without looking the file up. */
export function toMessageAttachment(row: AttachmentRow): MessageAttachment {
  const { id, kind, mimeType, fileName, sizeBytes, width, height } = row;
  return {
    kind: MESSAGE_KINDS[kind],
    id,
    mimeType,
    fileName,
    sizeBytes,
    ...(width && height ? { width, height } : {}),
  };
}
