import { and, desc, eq, gte, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, complaints, type MessageAttachment, orderRequests } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { evidenceKey } from "@/lib/service/dialogue";

/** For so long after something was asked for, what is sent is taken to be about it. */
const RECENT_DAYS = 30;

type Slots = Record<string, unknown>;

/** What shows something: pictures and videos. */
export const isPicture = ({ kind }: Pick<MessageAttachment, "kind">) => kind === "image" || kind === "video";

/** The return, exchange or complaint that came of this conversation last, by its key. */
export async function findRequestKey(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
): Promise<string | null> {
  const since = new Date(ctx.now().getTime() - RECENT_DAYS * 24 * 3_600_000);
  const [request] = await tx
    .select({ key: orderRequests.requestKey, at: orderRequests.createdAt })
    .from(orderRequests)
    .where(
      and(
        eq(orderRequests.merchantId, ctx.merchantId),
        gte(orderRequests.createdAt, since),
        eq(orderRequests.conversationId, conversationId),
        inArray(orderRequests.kind, ["return", "exchange"]),
      ),
    )
    .orderBy(desc(orderRequests.createdAt))
    .limit(1);
  const [complaint] = await tx
    .select({ key: complaints.requestKey, at: complaints.createdAt })
    .from(complaints)
    .where(
      and(
        eq(complaints.merchantId, ctx.merchantId),
        gte(complaints.createdAt, since),
        eq(complaints.conversationId, conversationId),
      ),
    )
    .orderBy(desc(complaints.createdAt))
    .limit(1);
  const isComplaint = complaint && (!request || complaint.at > request.at);
  return (isComplaint ? complaint.key : request?.key) ?? null;
}

/**
 * Puts pictures with what they show something of: the open task's request, which may not be there yet, else the last
 * one. Those that belong to nothing wait in the memory until something is asked for.
 * @returns the slots with what waits.
 */
export async function filePictures(
  tx: Transaction,
  ctx: Context,
  {
    conversationId,
    before,
    after,
    pictures,
  }: { conversationId: string; before: Slots; after: Slots; pictures: string[] },
): Promise<Slots> {
  const waiting = [...new Set([...waitingIn(before), ...pictures])];
  if (waiting.length === 0) return after;
  const key = evidenceKey(after) ?? evidenceKey(before) ?? (await findRequestKey(tx, ctx, conversationId));
  const { pictures: _, ...rest } = after;
  if (key === null) return { ...rest, pictures: waiting };
  await tx
    .update(attachments)
    .set({ evidenceKey: key })
    .where(
      and(
        eq(attachments.merchantId, ctx.merchantId),
        eq(attachments.conversationId, conversationId),
        inArray(attachments.id, waiting),
        isNull(attachments.evidenceKey),
      ),
    );
  return rest;
}

function waitingIn({ pictures }: Slots): string[] {
  return Array.isArray(pictures) ? pictures.filter((id) => typeof id === "string") : [];
}
