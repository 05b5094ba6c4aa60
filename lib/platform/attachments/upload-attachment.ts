import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import { inspectFile } from "@/lib/platform/files";
import { toAttachmentDto, uploaderOf } from "./internal";
import type { AttachmentDto } from "./schemas";
import { storeAttachment } from "./store-attachment";
import { requireUploadAllowance } from "./upload-allowance";

export interface UploadedFile {
  bytes: Uint8Array;
  /** As the sender calls it; it is cleaned. */
  fileName: string | null;
}

/**
 * Takes a file for a message that its uploader will send. Until then nobody sees it, and after a day it is gone.
 * @throws AppError `unsupported_media_type`, `payload_too_large`, `invalid_input` for the file; `rate_limited`
 */
export async function uploadAttachment(ctx: Context, file: UploadedFile): Promise<AttachmentDto> {
  requirePermission(ctx, "conversations:write");
  return keep(ctx, file);
}

/** The same for whoever writes in the widget. */
export async function uploadVisitorAttachment(ctx: Context, file: UploadedFile): Promise<AttachmentDto> {
  if (ctx.actor.type !== "customer") throw new AppError("forbidden", "This address is for the chat widget.");
  return keep(ctx, file);
}

async function keep(ctx: Context, { bytes, fileName }: UploadedFile): Promise<AttachmentDto> {
  const uploader = uploaderOf(ctx.actor);
  const file = inspectFile(bytes, fileName);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireUploadAllowance(tx, ctx, uploader, file.bytes.byteLength);
    return toAttachmentDto(await storeAttachment(tx, ctx, file, { uploader }));
  });
}
