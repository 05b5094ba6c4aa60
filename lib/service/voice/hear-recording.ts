import type { Sentiment } from "@/lib/intelligence/text";
import { fuseSentiment } from "@/lib/intelligence/voice";
import { analyzeRecording } from "@/lib/platform/models/analyze-recording";
import { canTranscribe, transcribeSpeech } from "@/lib/platform/models/transcribe-speech";
import { understandText } from "@/lib/platform/models/understand-text";

/** What other models answer. */
export interface HearingTools {
  analyzeSentiment: (text: string) => Promise<Sentiment>;
}

/**
 * What a recording (see `decodeAudio`) says and how, for verbs that have checked who may ask. Decoding and analysis
 * run in threads of their own, since minutes of audio take seconds.
 */
export async function hearRecording(
  bytes: Uint8Array<ArrayBuffer>,
  { analyzeSentiment }: HearingTools = { analyzeSentiment: readSentiment },
) {
  const { samples, analysis } = await analyzeRecording(bytes);
  const { prosody, arousal, durationSeconds, contours } = analysis;
  const hasVoice = prosody.pitchMeanHz !== null;
  // Whisper invents words where nobody speaks.
  const transcript = hasVoice ? await transcribeSpeech(samples) : canTranscribe() ? "" : null;
  const words = transcript ? await analyzeSentiment(transcript) : null;
  return {
    durationSeconds,
    transcript,
    prosody,
    arousal,
    sentiment: fuseSentiment(words, arousal),
    contours,
  };
}

async function readSentiment(text: string): Promise<Sentiment> {
  return (await understandText(text)).sentiment;
}
