import { loadWhisper, type WhisperSource } from "../whisper/load-whisper";
import { serve } from "./serve";

export interface SpeechQuestion {
  samples: Float32Array;
  source: WhisperSource;
}

serve<SpeechQuestion, string>(async ({ samples, source }) => {
  const transcribe = await loadWhisper(source);
  return { answer: await transcribe(samples) };
});
