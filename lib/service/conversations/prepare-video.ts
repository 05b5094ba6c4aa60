import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type MessageAttachment, messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { readWholeFiles, storeAttachment, type WholeFile } from "@/lib/platform/attachments";
import { inspectFile } from "@/lib/platform/files";
import { lookIntoVideo, type VideoView } from "@/lib/platform/videos";
import { announceDelivery } from "./announce-delivery";
import { lockConversation } from "./internal";
import type { AnalyzeVoice, MessageVoice } from "./schemas";

type Heard = Awaited<ReturnType<AnalyzeVoice>>;

/**
 * Gives a video a frame to be known by, and lets a customer's be heard: what is said, and how, stands under it. A video that cannot be decoded stays as it is. The context carries no transaction.
 */
export async function prepareVideo(
  ctx: Context,
  { messageId, attachmentId }: { messageId: string; attachmentId: string },
  analyze: AnalyzeVoice,
): Promise<void> {
  const [video] = await inTenant(ctx, ({ tx, ctx }) => readWholeFiles(tx, ctx, [attachmentId]));
  const view = video ? await lookIntoVideo(video.bytes) : null;
  if (!video || !view) return;
  const heard = view.sound ? await hear(view.sound, analyze) : null;
  await inTenant(ctx, ({ tx, ctx }) => writeDown(tx, ctx, messageId, video, view, heard));
}

/** Silence, and what is too short to be a voice, is no fault. */
async function hear(sound: Uint8Array, analyze: AnalyzeVoice): Promise<Heard | null> {
  try {
    return await analyze(sound);
  } catch (error) {
    console.error("The sound of a video could not be heard:", error);
    return null;
  }
}

/** In the message as it is now: it may have been erased. */
async function writeDown(
  tx: Transaction,
  ctx: Context,
  messageId: string,
  { id, uploader, conversationId }: WholeFile,
  view: VideoView,
  heard: Heard | null,
): Promise<void> {
  if (!conversationId) return;
  await lockConversation(tx, ctx, conversationId);
  const mine = and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, messageId));
  const [message] = await tx.select().from(messages).where(mine);
  const index = message?.attachments?.findIndex((file) => file.id === id) ?? -1;
  const file = message?.attachments?.[index];
  if (!message || !file || file.posterId) return;
  const poster = view.poster
    ? await storeAttachment(tx, ctx, inspectFile(view.poster, "poster.png"), { uploader, conversationId })
    : null;
  const said = heard?.transcript?.replaceAll("\0", "").trim().slice(0, 4_000).toWellFormed();
  const known: MessageAttachment = {
    ...file,
    width: view.width,
    height: view.height,
    ...(poster ? { posterId: poster.id } : {}),
    ...(said ? { transcript: said } : {}),
    ...(heard && message.author === "customer" ? { voice: toVoice(heard, said) } : {}),
  };
  await tx
    .update(messages)
    .set({ attachments: message.attachments!.with(index, known) })
    .where(mine);
  await announceDelivery(tx, ctx, messageId);
}

function toVoice({ durationSeconds, arousal, sentiment }: Heard, said: string | undefined): MessageVoice {
  return { durationSeconds, isTranscribed: said !== undefined, arousal, sentiment };
}
