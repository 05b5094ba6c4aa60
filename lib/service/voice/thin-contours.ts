import type { VoiceContours } from "@/lib/intelligence/voice";
import type { VoiceAnalysisDto } from "./schemas";

/** As many points as a chart can show. */
const MAX_POINTS = 1_000;

/** Contours for drawing, of at most MAX_POINTS values: the mean pitch of what is voiced and the highest level. */
export function thinContours(contours: VoiceContours): NonNullable<VoiceAnalysisDto["contours"]> {
  const { pitchHz, levelDb, hopSeconds } = contours;
  const step = Math.max(1, Math.ceil(levelDb.length / MAX_POINTS));
  const thinned = {
    stepSeconds: step * hopSeconds,
    pitchHz: [] as (number | null)[],
    levelDb: [] as number[],
  };
  for (let start = 0; start < levelDb.length; start += step) {
    const voiced = pitchHz.subarray(start, start + step).filter((hz) => hz > 0);
    const sum = voiced.reduce((total, hz) => total + hz, 0);
    thinned.pitchHz.push(voiced.length > 0 ? round(sum / voiced.length, 1) : null);
    thinned.levelDb.push(round(Math.max(...levelDb.subarray(start, start + step)), 1));
  }
  return thinned;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
