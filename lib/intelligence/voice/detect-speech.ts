import { HOP_SECONDS } from "./frames";
import { percentile } from "./moments";

/** Shorter silences are closures inside words (after Goldman-Eisler 1968). */
export const SHORTEST_PAUSE_SECONDS = 0.25;
const SHORTEST_SPEECH_FRAMES = 4;
const SHORTEST_PAUSE_FRAMES = Math.round(SHORTEST_PAUSE_SECONDS / HOP_SECONDS);
/** A stretch of sound with less voicing than this is a click, a cough or noise. */
const LEAST_VOICED_FRAMES = 3;
const ABOVE_NOISE_DB = 6;
/** Speech lies within this below its loudest syllables (de Jong & Wempe 2009 take 25 dB), whatever the noise. */
const DYNAMIC_RANGE_DB = 30;
const LEAST_RANGE_DB = 12;
const LEAST_LEVEL_DB = -75;
const NOISE_WINDOW_FRAMES = Math.round(3 / HOP_SECONDS);

/**
 * Which hops belong to speech: those above a floor that follows the noise, with silences shorter than a pause counted
 * as speech (a hangover that is given back where a pause follows), and without stretches in which nothing is voiced.
 *
 * @param levels decibels a hop, from `measureLevel`. @param pitchHz from `trackPitch`, same length.
 * @returns 1 for speech, 0 for silence, a value a hop.
 */
export function detectSpeech(levels: Float32Array, pitchHz: Float32Array): Uint8Array {
  const isSpeech = new Uint8Array(levels.length);
  const loudest = percentile(levels, 0.95);
  const noise = followNoise(levels);
  for (let i = 0; i < levels.length; i++) {
    const highest = loudest - LEAST_RANGE_DB;
    const threshold = Math.max(loudest - DYNAMIC_RANGE_DB, Math.min(noise[i]! + ABOVE_NOISE_DB, highest));
    isSpeech[i] = levels[i]! > Math.max(threshold, LEAST_LEVEL_DB) ? 1 : 0;
  }
  fillRuns(isSpeech, 1, (start, end) => end - start < SHORTEST_SPEECH_FRAMES);
  fillRuns(isSpeech, 0, (start, end) => {
    const isInside = start > 0 && end < isSpeech.length;
    return isInside && end - start < SHORTEST_PAUSE_FRAMES;
  });
  fillRuns(isSpeech, 1, (start, end) => countVoiced(pitchHz, start, end) < LEAST_VOICED_FRAMES);
  return isSpeech;
}

/** The noise at each hop: the quiet end of the level within three seconds around it. */
function followNoise(levels: Float32Array): Float32Array {
  const noise = new Float32Array(levels.length);
  const step = NOISE_WINDOW_FRAMES / 10;
  for (let start = 0; start < levels.length; start += step) {
    const centre = start + step / 2;
    const from = Math.max(0, centre - NOISE_WINDOW_FRAMES / 2);
    const around = levels.subarray(from, centre + NOISE_WINDOW_FRAMES / 2);
    noise.fill(percentile(around, 0.1), start, start + step);
  }
  return noise;
}

/** Turns runs of `value` that are to go into the other value. */
function fillRuns(flags: Uint8Array, value: 0 | 1, isToGo: (start: number, end: number) => boolean): void {
  for (let start = 0; start < flags.length; ) {
    let end = start;
    while (end < flags.length && flags[end] === flags[start]) end++;
    if (flags[start] === value && isToGo(start, end)) flags.fill(1 - value, start, end);
    start = end;
  }
}

function countVoiced(pitchHz: Float32Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (pitchHz[i]! > 0) count++;
  return count;
}
