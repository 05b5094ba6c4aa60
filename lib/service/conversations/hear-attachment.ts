import type { Context } from "@/lib/core/context";
import { fetchAttachment } from "@/lib/platform/channels";
import type { ChannelMessage } from "./channel-contact";
import { type AnalyzeVoice, MAX_MESSAGE_LENGTH, MAX_VOICE_BYTES, type MessageVoice } from "./schemas";
import { sniffAudio } from "./sniff-audio";

export interface HeardMessage {
  text: string | null;
  voice?: MessageVoice;
}

/**
 * What is said in a message that is a voice message and nothing else. The recording is fetched, heard and forgotten;
 * one that cannot be fetched or decoded stays a file, for a person to listen to. The context carries no transaction.
 */
export async function hearAttachment(
  ctx: Context,
  accountId: string,
  message: ChannelMessage,
  analyze: AnalyzeVoice,
): Promise<HeardMessage> {
  const [only] = message.attachments;
  if (message.text !== null || only?.kind !== "voice" || message.attachments.length > 1)
    return { text: message.text };
  try {
    const audio = await fetchBytes(ctx, accountId, only.source);
    if (!audio || audio.byteLength > MAX_VOICE_BYTES || sniffAudio(audio) === null) return { text: null };
    const { durationSeconds, transcript, arousal, sentiment } = await analyze(audio);
    const text = transcript?.replaceAll("\0", "").trim().slice(0, MAX_MESSAGE_LENGTH).toWellFormed() || null;
    return { text, voice: { durationSeconds, isTranscribed: text !== null, arousal, sentiment } };
  } catch (error) {
    console.error(`A voice message of the channel ${accountId} could not be heard:`, error);
    return { text: null };
  }
}

async function fetchBytes(
  ctx: Context,
  accountId: string,
  source: ChannelMessage["attachments"][number]["source"],
): Promise<Uint8Array | null> {
  if ("bytes" in source) return source.bytes;
  const answer = await fetchAttachment(ctx, accountId, source);
  return answer?.status === 200 ? answer.body : null;
}
