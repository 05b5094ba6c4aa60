import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import type { Prosody } from "@/lib/intelligence/voice";
import { type HearingTools, hearRecording } from "./hear-recording";
import { readRecording } from "./read-recording";
import { type AnalyzeVoiceInput, analyzeVoiceInput, type VoiceAnalysisDto } from "./schemas";
import { round, thinContours } from "./thin-contours";

interface Recording {
  /** WAV, or Opus in OGG or WebM; see `decodeAudio`. */
  stream: AsyncIterable<Uint8Array>;
  /** Length that the sender announced. */
  declaredBytes?: number | null;
}

/**
 * What a recorded message says and how: duration, transcript (where Whisper is set up), prosody, arousal and a
 * sentiment of words and voice together. Stores nothing. Decoding and analysis run in threads of their own, since
 * minutes of audio take seconds.
 *
 * @throws AppError `payload_too_large` (over 20 MiB or 10 minutes), `unsupported_media_type`, `invalid_input`,
 *   `malformed_request`, `unavailable` when too many recordings wait.
 */
export async function analyzeVoice(
  ctx: Context,
  raw: AnalyzeVoiceInput & Recording,
  tools?: HearingTools,
): Promise<VoiceAnalysisDto> {
  requirePermission(ctx, "understanding:use");
  const { stream, declaredBytes = null, ...fields } = raw;
  const input = parseInput(analyzeVoiceInput, fields);
  const heard = await hearRecording(await readRecording(stream, declaredBytes), tools);
  const { durationSeconds, transcript, prosody, arousal, contours } = heard;
  const { label, score, from } = heard.sentiment;
  return {
    durationSeconds: round(durationSeconds, 3),
    transcript,
    prosody: roundProsody(prosody),
    arousal: round(arousal, 3),
    sentiment: {
      label,
      score: round(score, 3),
      from: { text: from.text === null ? null : round(from.text, 3), voice: round(from.voice, 3) },
    },
    ...(input.contours ? { contours: thinContours(contours) } : {}),
  };
}

function roundProsody(prosody: Prosody): Prosody {
  const { pitchMeanHz, pitchSdHz } = prosody;
  return {
    pitchMeanHz: pitchMeanHz === null ? null : round(pitchMeanHz, 1),
    pitchSdHz: pitchSdHz === null ? null : round(pitchSdHz, 1),
    energyDb: round(prosody.energyDb, 1),
    pauseRatio: round(prosody.pauseRatio, 3),
    longestPauseSeconds: round(prosody.longestPauseSeconds, 2),
    speechRate: round(prosody.speechRate, 2),
  };
}
