import type { Transferable } from "node:worker_threads";
import { analyzeProsody } from "@/lib/intelligence/voice";
import type { AnalyzedRecording } from "../analyze-recording";
import { decodeAudio } from "../decode-audio";
import { serve } from "./serve";

serve<Uint8Array, AnalyzedRecording>(async (bytes) => {
  const samples = (await decodeAudio(bytes)) as Float32Array<ArrayBuffer>;
  const answer = { samples, analysis: analyzeProsody(samples) };
  const { pitchHz, levelDb, isSpeech } = answer.analysis.contours;
  const transfer = [samples, pitchHz, levelDb, isSpeech].map(({ buffer }) => buffer as Transferable);
  return { answer, transfer };
});
