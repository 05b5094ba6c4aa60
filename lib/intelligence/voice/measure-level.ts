import { countFrames, HOP_SAMPLES, SAMPLE_RATE_HZ } from "./frames";

/** The level of digital silence: below the noise of 16 bits. */
export const SILENCE_DB = -100;

/**
 * Level contour: root mean square of a window around each hop in decibels below full scale (a full-scale square wave
 * is 0 dB, a sine −3 dB), never below SILENCE_DB.
 * @param windowSeconds 0.025 follows single sounds, 0.064 syllables.
 */
export function measureLevel(samples: Float32Array, windowSeconds = 0.025): Float32Array {
  const levels = new Float32Array(countFrames(samples));
  const half = Math.round((windowSeconds * SAMPLE_RATE_HZ) / 2);
  let start = 0;
  let end = 0;
  let sum = 0;
  for (let frame = 0; frame < levels.length; frame++) {
    const centre = frame * HOP_SAMPLES;
    for (; end < Math.min(samples.length, centre + half); end++) sum += samples[end]! ** 2;
    for (; start < centre - half; start++) sum -= samples[start]! ** 2;
    levels[frame] = toDecibels(Math.max(0, sum) / (end - start));
  }
  return levels;
}

function toDecibels(power: number): number {
  return power > 1e-10 ? 10 * Math.log10(power) : SILENCE_DB;
}

/** Mean of levels as power; SILENCE_DB of none. */
export function meanLevel(levels: Float32Array): number {
  let sum = 0;
  for (const level of levels) sum += 10 ** (level / 10);
  return toDecibels(sum / Math.max(1, levels.length));
}
