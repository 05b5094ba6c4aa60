import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { findAttachment, streamAttachment } from "./read-attachment";
import { attachmentIdInput, type SignedAddressInput, signedAddressInput } from "./schemas";
import { isAddressValid } from "./signed-address";
import type { AttachmentRow } from "./store-attachment";

export interface OpenAttachment
  extends Pick<AttachmentRow, "id" | "kind" | "mimeType" | "fileName" | "sizeBytes" | "sha256"> {
  /** The bytes from `from` up to and with `to`. */
  stream: (from: number, to: number) => ReadableStream<Uint8Array>;
}

/** A file of a conversation. What nobody has sent yet is for nobody to see. */
export async function openAttachment(ctx: Context, raw: { id: string }): Promise<OpenAttachment> {
  requirePermission(ctx, "conversations:read");
  const { id } = parseInput(attachmentIdInput, raw);
  const row = await findAttachment(ctx, id);
  if (!row?.conversationId) throw notFound("file");
  return toOpen(ctx, row);
}

/** The same by an address that was signed for a visitor. @throws AppError `unauthenticated` when its time is over */
export async function openSignedAttachment(
  ctx: Context,
  raw: { id: string } & SignedAddressInput,
): Promise<OpenAttachment> {
  const { id } = parseInput(attachmentIdInput, raw);
  const address = parseInput(signedAddressInput, raw);
  if (!isAddressValid(id, address, ctx.now()))
    throw new AppError("unauthenticated", "This address is not valid any more. Open the chat again.");
  const shop = { ...ctx, merchantId: address.shop };
  const row = await findAttachment(shop, id);
  if (!row?.conversationId) throw notFound("file");
  return toOpen(shop, row);
}

function toOpen(ctx: Context, row: AttachmentRow): OpenAttachment {
  const { id, kind, mimeType, fileName, sizeBytes, sha256 } = row;
  const stream = (from: number, to: number) => streamAttachment(ctx, id, from, to);
  return { id, kind, mimeType, fileName, sizeBytes, sha256, stream };
}
