import { and, arrayOverlaps, asc, eq, lte } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelAccounts, inboundCalls } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { applyDeliveryState, decodeEvents } from "@/lib/platform/channels";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { announceDelivery } from "./announce-delivery";
import { type ChannelMessage, type ChannelOrigin, openContactConversation } from "./channel-contact";
import { type HeardMessage, hearAttachment } from "./hear-attachment";
import { lockConversation } from "./internal";
import { liesOnPlatform, takeFiles } from "./keep-files";
import { finishReply } from "./phrasing/finish-reply";
import type { Received } from "./phrasing/hold-reply";
import { findStored, receiveMessage } from "./receive-message";
import type { AnalyzeVoice } from "./schemas";

/** After so many tries a call is left lying, with its error, for a person to look at. */
const MAX_ATTEMPTS = 5;
/** Longer than a chat's message may be: an e-mail is one message. */
const MAX_TEXT_LENGTH = 20_000;

/**
 * Works on a platform's call that was stored: messages go into the conversations of those who wrote them, where the
 * bot may answer; news of sent messages are set on those. What the same people sent before comes first. Calls that
 * were worked on already are passed over.
 */
export async function receiveChannelCall(
  ctx: Context,
  { callId }: { callId: string },
  analyze: AnalyzeVoice,
): Promise<void> {
  for (const id of await listCallsInOrder(ctx, callId)) await processCall(ctx, id, analyze);
}

async function listCallsInOrder(ctx: Context, callId: string): Promise<string[]> {
  return inTenant(ctx, async ({ tx }) => {
    const [call] = await tx
      .select()
      .from(inboundCalls)
      .where(and(eq(inboundCalls.merchantId, ctx.merchantId), eq(inboundCalls.id, callId)));
    if (call?.state !== "received") return [];
    if (call.senderIds.length === 0) return [callId];
    const waiting = await tx
      .select({ id: inboundCalls.id })
      .from(inboundCalls)
      .where(
        and(
          eq(inboundCalls.merchantId, ctx.merchantId),
          eq(inboundCalls.accountId, call.accountId),
          eq(inboundCalls.state, "received"),
          lte(inboundCalls.receivedAt, call.receivedAt),
          arrayOverlaps(inboundCalls.senderIds, call.senderIds),
        ),
      )
      .orderBy(asc(inboundCalls.receivedAt), asc(inboundCalls.id));
    return [...waiting.map(({ id }) => id).filter((id) => id !== callId), callId];
  });
}

async function processCall(ctx: Context, callId: string, analyze: AnalyzeVoice): Promise<void> {
  try {
    // Files are fetched before, so that no transaction waits for a platform.
    const call = await readWaitingCall(ctx, callId);
    if (!call) return;
    const heard = new Map<string, HeardMessage>();
    for (const event of call.events)
      if (event.is === "message")
        heard.set(event.providerId, await hearAttachment(ctx, call.origin.accountId, event, analyze));
    const received: (Received | null)[] = [];
    await inTenant(ctx, async ({ tx, ctx }) => {
      if (!(await lockWaitingCall(tx, ctx, callId))) return;
      for (const event of call.events) {
        if (event.is === "message")
          received.push(
            await receiveChannelMessage(tx, ctx, call.origin, event, heard.get(event.providerId)!),
          );
        else if (event.is === "state")
          await applyDeliveryState(tx, ctx, call.origin.accountId, event, announceDelivery);
      }
      await changeCall(tx, ctx, callId, { state: "processed", processedAt: ctx.now(), error: null });
    });
    await Promise.all(received.map((one) => (one ? finishReply(ctx, one) : null)));
  } catch (error) {
    await noteFailure(ctx, callId, error);
    throw error;
  }
}

async function readWaitingCall(ctx: Context, callId: string) {
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select({ call: inboundCalls, kind: channelAccounts.kind })
      .from(inboundCalls)
      .innerJoin(
        channelAccounts,
        and(
          eq(channelAccounts.merchantId, inboundCalls.merchantId),
          eq(channelAccounts.id, inboundCalls.accountId),
        ),
      )
      .where(and(eq(inboundCalls.merchantId, ctx.merchantId), eq(inboundCalls.id, callId)));
    if (row?.call.state !== "received") return null;
    const origin: ChannelOrigin = { accountId: row.call.accountId, kind: row.kind };
    return { origin, events: decodeEvents(row.call.events) };
  });
}

async function lockWaitingCall(tx: Transaction, ctx: Context, callId: string): Promise<boolean> {
  const [row] = await tx
    .select({ state: inboundCalls.state })
    .from(inboundCalls)
    .where(and(eq(inboundCalls.merchantId, ctx.merchantId), eq(inboundCalls.id, callId)))
    .for("update");
  return row?.state === "received";
}

async function receiveChannelMessage(
  tx: Transaction,
  ctx: Context,
  origin: ChannelOrigin,
  event: ChannelMessage,
  { text, voice }: HeardMessage,
): Promise<Received | null> {
  const words = text?.trim() ? text.slice(0, MAX_TEXT_LENGTH).toWellFormed() : null;
  // Neither words nor files: a message of which nothing is left once it is read.
  if (words === null && event.attachments.length === 0) return null;
  const conversationId = await openContactConversation(tx, ctx, origin, event);
  const clientMessageId = event.providerId;
  // Brought a second time: its files are there.
  if (await findStored(tx, ctx, { conversationId, clientMessageId })) return null;
  const from = { accountId: origin.accountId, conversationId };
  const attachments = await takeFiles(tx, ctx, event.attachments, from);
  const received = await receiveMessage(tx, ctx, await lockConversation(tx, ctx, conversationId), {
    text: words,
    clientMessageId,
    ...(voice ? { voice } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  });
  if (!voice && attachments.some(liesOnPlatform))
    await enqueueJob(tx, ctx, "keep-attachments", { messageId: received.message.id });
  return received;
}

async function noteFailure(ctx: Context, callId: string, error: unknown): Promise<void> {
  await inTenant(ctx, async ({ tx, ctx }) => {
    const [call] = await tx
      .select({ attempts: inboundCalls.attempts, state: inboundCalls.state })
      .from(inboundCalls)
      .where(and(eq(inboundCalls.merchantId, ctx.merchantId), eq(inboundCalls.id, callId)))
      .for("update");
    if (call?.state !== "received") return;
    const attempts = call.attempts + 1;
    await changeCall(tx, ctx, callId, {
      attempts,
      error: error instanceof AppError ? error.message : "It failed on our side. The log has the details.",
      ...(attempts >= MAX_ATTEMPTS ? { state: "failed" as const } : {}),
    });
  });
}

async function changeCall(
  tx: Transaction,
  ctx: Context,
  callId: string,
  change: Partial<typeof inboundCalls.$inferInsert>,
): Promise<void> {
  await tx
    .update(inboundCalls)
    .set(change)
    .where(and(eq(inboundCalls.merchantId, ctx.merchantId), eq(inboundCalls.id, callId)));
}
