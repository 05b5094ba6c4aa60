import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { lockConversation } from "./internal";
import { finishReply } from "./phrasing/finish-reply";
import { findStored, toState } from "./receive-message";
import {
  type AnalyzeVoice,
  MAX_MESSAGE_LENGTH,
  MAX_VOICE_BYTES,
  MAX_VOICE_SECONDS,
  type SentMessageDto,
  type VisitorVoiceInput,
  visitorVoiceInput,
} from "./schemas";
import { sniffAudio } from "./sniff-audio";
import { findConversationId, receiveFromVisitor, requireVisitor, type Visitor } from "./visitor";

const VOICES_PER_HOUR = 60;
/** A recorder stops a little after its limit. */
const LENIENCY_SECONDS = 2;

/**
 * Takes a visitor's voice message: its transcript is the message's text, with what was heard beside it. Without a
 * transcript the text says that there was a voice message, and the bot hands over to a person. The recording is
 * analysed outside the transaction and not stored.
 * @param analyze what listens; its own errors (a recording that cannot be decoded) go to the sender.
 * @throws AppError `payload_too_large`, `unsupported_media_type`, `invalid_input` when it is too long, `rate_limited`.
 */
export async function sendVisitorVoice(
  ctx: Context,
  raw: VisitorVoiceInput & { audio: Uint8Array },
  analyze: AnalyzeVoice,
): Promise<SentMessageDto> {
  const visitor = requireVisitor(ctx);
  const { audio, ...rest } = raw;
  const input = parseInput(visitorVoiceInput, rest);
  requireRecording(audio);
  const repeated = await findRepeated(ctx, visitor, input.clientMessageId);
  if (repeated) return repeated;
  await requireAllowance(ctx, visitor);
  const { durationSeconds, transcript, arousal, sentiment } = await analyze(audio);
  if (durationSeconds > MAX_VOICE_SECONDS + LENIENCY_SECONDS) {
    throw new AppError(
      "invalid_input",
      `A voice message has at most ${MAX_VOICE_SECONDS} s. Send it in parts.`,
    );
  }
  const text = toMessageText(transcript);
  const voice = { durationSeconds, isTranscribed: text !== null, arousal, sentiment };
  return finishReply(
    ctx,
    await inTenant(ctx, ({ tx, ctx }) => receiveFromVisitor(tx, ctx, visitor, { ...input, text, voice })),
  );
}

function requireRecording(audio: Uint8Array): void {
  if (audio.byteLength > MAX_VOICE_BYTES) {
    throw new AppError(
      "payload_too_large",
      `A voice message has at most ${MAX_VOICE_BYTES} bytes. Record a shorter one.`,
    );
  }
  if (sniffAudio(audio) === null) {
    throw new AppError("unsupported_media_type", "Send a recording as WebM, Ogg or WAV.");
  }
}

/** A send that was repeated because its answer was lost needs no second listening. */
function findRepeated(
  ctx: Context,
  visitor: Visitor,
  clientMessageId: string,
): Promise<SentMessageDto | null> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversationId = await findConversationId(tx, ctx, visitor);
    if (!conversationId) return null;
    const stored = await findStored(tx, ctx, { conversationId, clientMessageId });
    return stored && { ...stored, conversation: toState(await lockConversation(tx, ctx, conversationId)) };
  });
}

/** Listening costs far more than reading. */
async function requireAllowance(ctx: Context, visitor: Visitor): Promise<void> {
  const bucket = `voice:${ctx.merchantId}:${visitor.visitorId}`;
  const state = await consumeLimit(bucket, VOICES_PER_HOUR, 3_600);
  if (state.allowed) return;
  throw new AppError(
    "rate_limited",
    `More than ${state.limit} voice messages in an hour. Write instead, or wait ${state.resetSeconds} s.`,
    { retryAfterSeconds: state.resetSeconds },
  );
}

/** Null where nothing was understood. A message's text has a limit, and half a character cannot be stored. */
function toMessageText(transcript: string | null): string | null {
  const text = transcript?.replaceAll("\0", "").trim().slice(0, MAX_MESSAGE_LENGTH).toWellFormed() ?? "";
  return text === "" ? null : text;
}
