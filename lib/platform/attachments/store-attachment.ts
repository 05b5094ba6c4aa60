import { createHash } from "node:crypto";
import type { Transaction } from "@/db/client";
import { attachmentParts, attachments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { InspectedFile } from "@/lib/platform/files";

export type AttachmentRow = typeof attachments.$inferSelect;

/** Small enough that a reader who wants the middle of a video gets little more than that. */
export const PART_BYTES = 512 * 1024;

/** Keeps a file that was inspected, with its bytes in parts. */
export async function storeAttachment(
  tx: Transaction,
  ctx: Context,
  file: InspectedFile,
  from: { uploader: string; conversationId?: string },
): Promise<AttachmentRow> {
  const { bytes, size, kind, mimeType, fileName } = file;
  const [row] = await tx
    .insert(attachments)
    .values({
      merchantId: ctx.merchantId,
      id: newId(),
      ...from,
      kind,
      mimeType,
      fileName,
      sizeBytes: bytes.byteLength,
      width: size?.width ?? null,
      height: size?.height ?? null,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      createdAt: ctx.now(),
    })
    .returning();
  const ofFile = { merchantId: ctx.merchantId, attachmentId: row!.id };
  for (let part = 0; part * PART_BYTES < bytes.byteLength; part++) {
    const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    await tx.insert(attachmentParts).values({ ...ofFile, part, bytes: piece });
  }
  return row!;
}
