import { z } from "zod";

export const MAX_ATTACHMENTS_PER_MESSAGE = 10;
/** What a file may have at most, whatever it is; each kind has its own bound below this. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
/** What a file chooser offers. What a file really is, its bytes say. */
export const ACCEPTED_TYPES =
  "image/jpeg,image/png,image/webp,image/gif,application/pdf,video/mp4,video/webm,video/quicktime,audio/ogg,audio/webm,audio/wav";

export const attachmentIdInput = z.object({ id: z.uuid() });

export const attachmentIds = z
  .array(z.uuid())
  .max(MAX_ATTACHMENTS_PER_MESSAGE, `Send at most ${MAX_ATTACHMENTS_PER_MESSAGE} files with a message.`)
  .refine((ids) => new Set(ids).size === ids.length, "Name each file once.");

export const signedAddressInput = z.object({
  shop: z.uuid(),
  /** Seconds since 1970. */
  until: z.coerce.number().int().min(0).max(99_999_999_999),
  signature: z.string().max(100),
});
export type SignedAddressInput = z.output<typeof signedAddressInput>;

/** An uploaded file, as its own bytes say. */
export const attachmentDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(["image", "document", "video", "audio"]),
    mimeType: z.string(),
    fileName: z.string(),
    sizeBytes: z.int(),
    /** Of pictures, in pixels, as they are shown. */
    width: z.int().nullable(),
    height: z.int().nullable(),
    /** Of what is kept, which for pictures is without their metadata. */
    sha256: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: "Attachment" });
export type AttachmentDto = z.infer<typeof attachmentDto>;
