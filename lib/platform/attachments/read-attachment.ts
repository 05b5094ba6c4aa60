import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachmentParts, attachments } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { type AttachmentRow, PART_BYTES } from "./store-attachment";

export async function findAttachment(ctx: Context, id: string): Promise<AttachmentRow | null> {
  const [row] = await inTenant(ctx, ({ tx }) =>
    tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.merchantId, ctx.merchantId), eq(attachments.id, id))),
  );
  return row ?? null;
}

/** The bytes from `from` up to and with `to`, read part by part as they are taken. */
export function streamAttachment(
  ctx: Context,
  id: string,
  from: number,
  to: number,
): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    pull: async (controller) => {
      const bytes = at <= to ? await readPart(ctx, id, Math.floor(at / PART_BYTES)) : null;
      if (!bytes) return controller.close();
      const start = at % PART_BYTES;
      const piece = bytes.subarray(start, Math.min(bytes.byteLength, start + to - at + 1));
      // Deleted while it was read: what has begun ends early.
      if (piece.byteLength === 0) return controller.close();
      at += piece.byteLength;
      controller.enqueue(piece);
    },
  });
}

async function readPart(ctx: Context, attachmentId: string, part: number): Promise<Uint8Array | null> {
  const [row] = await inTenant(ctx, ({ tx }) =>
    tx
      .select({ bytes: attachmentParts.bytes })
      .from(attachmentParts)
      .where(
        and(
          eq(attachmentParts.merchantId, ctx.merchantId),
          eq(attachmentParts.attachmentId, attachmentId),
          eq(attachmentParts.part, part),
        ),
      ),
  );
  return row?.bytes ?? null;
}

export interface WholeFile extends AttachmentRow {
  bytes: Uint8Array;
}

/** Whole files, for a platform to which they are sent; those that are gone are left out. */
export async function readWholeFiles(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<WholeFile[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.merchantId, ctx.merchantId), inArray(attachments.id, [...ids])));
  const parts = await tx
    .select()
    .from(attachmentParts)
    .where(
      and(eq(attachmentParts.merchantId, ctx.merchantId), inArray(attachmentParts.attachmentId, [...ids])),
    )
    .orderBy(attachmentParts.attachmentId, attachmentParts.part);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    const bytes = parts.filter(({ attachmentId }) => attachmentId === id).map((part) => part.bytes);
    return row ? [{ ...row, bytes: Buffer.concat(bytes) }] : [];
  });
}
