import { hearRecording } from "@/lib/service/voice";
import type { AnalyzeVoice } from "./schemas";

/** What listens to voice messages; the visitor has been checked before. */
export const voiceAnalyzer: AnalyzeVoice = async (audio) => {
  const { durationSeconds, transcript, arousal, sentiment } = await hearRecording(new Uint8Array(audio));
  return {
    durationSeconds,
    transcript,
    arousal,
    sentiment: { label: sentiment.label, score: sentiment.score },
  };
};
