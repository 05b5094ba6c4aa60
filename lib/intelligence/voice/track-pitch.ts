import { countFrames } from "./frames";
import { MAX_CANDIDATES, Yin } from "./yin";

/** Costs of the path, as negative natural logarithms: between voiced and not, and of a leap of one octave. */
const SWITCH_COST = 2;
const OCTAVE_COST = 20;
const LARGEST_LEAP_COST = 2 * SWITCH_COST;
const SHORTEST_VOICED_FRAMES = 3;
const STATES = MAX_CANDIDATES + 1;
const UNVOICED = MAX_CANDIDATES;
/** Thresholds are distributed as Beta(2, b), mean 2 / (2 + b). */
const CHOICE_BETA = 18;
const VOICING_BETA = 2.5;
const LEAST_PROBABILITY = 1e-4;

/**
 * Pitch contour: YIN's candidates of each hop, weighed as in pYIN (Mauch & Dixon 2014) by a distribution of thresholds
 * instead of a single one, and the best path through them and through silence (Viterbi).
 *
 * @param samples mono at SAMPLE_RATE_HZ, any length.
 * @returns hertz a hop; 0 where the voice is not voiced.
 */
export function trackPitch(samples: Float32Array): Float32Array {
  const frames = countFrames(samples);
  const hz = new Float32Array(frames * MAX_CANDIDATES);
  const aperiodicity = new Float32Array(frames * MAX_CANDIDATES);
  const counts = new Uint8Array(frames);
  const yin = new Yin(samples);
  for (let frame = 0; frame < frames; frame++)
    counts[frame] = yin.writeCandidates(frame, hz, aperiodicity, frame * MAX_CANDIDATES);
  return followBestPath(frames, counts, hz, aperiodicity);
}

function followBestPath(
  frames: number,
  counts: Uint8Array,
  hz: Float32Array,
  aperiodicity: Float32Array,
): Float32Array {
  const from = new Uint8Array(frames * STATES);
  let before = new Float64Array(STATES).fill(Number.POSITIVE_INFINITY);
  let now = new Float64Array(STATES);
  const emission = new Float64Array(STATES);
  for (let frame = 0; frame < frames; frame++) {
    const at = frame * MAX_CANDIDATES;
    weighCandidates(aperiodicity, at, counts[frame]!, emission);
    now.fill(Number.POSITIVE_INFINITY);
    for (let state = 0; state < STATES; state++) {
      if (state !== UNVOICED && state >= counts[frame]!) continue;
      const best =
        frame === 0 ? { cost: 0, state: UNVOICED } : cheapestWay(before, state, hz, at, counts[frame - 1]!);
      now[state] = best.cost + emission[state]!;
      from[frame * STATES + state] = best.state;
    }
    [before, now] = [now, before];
  }
  const track = new Float32Array(frames);
  let state = before.indexOf(Math.min(...before));
  for (let frame = frames - 1; frame >= 0; frame--) {
    if (state !== UNVOICED) track[frame] = hz[frame * MAX_CANDIDATES + state]!;
    state = from[frame * STATES + state]!;
  }
  dropBlips(track);
  return track;
}

/** No voiced sound is shorter than 30 ms; clicks and bursts look voiced for a hop or two. */
function dropBlips(track: Float32Array): void {
  for (let start = 0; start < track.length; ) {
    let end = start + 1;
    while (end < track.length && track[end]! > 0 === track[start]! > 0) end++;
    if (end - start < SHORTEST_VOICED_FRAMES) track.fill(0, start, end);
    start = end;
  }
}

/**
 * Costs of a frame's states. As in pYIN each candidate has the probability of those thresholds for which it is the
 * first dip below, and the deepest dip that of the thresholds below all of them. Whether there is a voice at all is
 * a milder question, since speech, unlike song, changes within the window.
 */
function weighCandidates(aperiodicity: Float32Array, at: number, count: number, costs: Float64Array): void {
  let deepest = -1;
  let lowest = 1;
  for (let i = 0; i < count; i++) {
    const dip = aperiodicity[at + i]!;
    costs[i] = 0;
    if (dip >= lowest) continue;
    costs[i] = thresholdsBelow(lowest, CHOICE_BETA) - thresholdsBelow(dip, CHOICE_BETA);
    lowest = dip;
    deepest = i;
  }
  const unvoiced = count === 0 ? 1 : thresholdsBelow(lowest, VOICING_BETA);
  if (deepest >= 0) costs[deepest]! += thresholdsBelow(lowest, CHOICE_BETA);
  for (let i = 0; i < count; i++) costs[i] = toCost((1 - unvoiced) * costs[i]!);
  costs[UNVOICED] = toCost(unvoiced);
}

/** Cumulative distribution of Beta(2, beta). */
function thresholdsBelow(value: number, beta: number): number {
  return 1 - (1 - value) ** beta * (1 + beta * value);
}

function toCost(probability: number): number {
  return -Math.log(Math.max(LEAST_PROBABILITY, probability));
}

function cheapestWay(
  before: Float64Array,
  state: number,
  hz: Float32Array,
  at: number,
  countBefore: number,
): { cost: number; state: number } {
  let best = UNVOICED;
  let cost = before[UNVOICED]! + (state === UNVOICED ? 0 : SWITCH_COST);
  for (let previous = 0; previous < countBefore; previous++) {
    const leap =
      state === UNVOICED ? SWITCH_COST : leapCost(hz[at + state]!, hz[at - MAX_CANDIDATES + previous]!);
    if (before[previous]! + leap < cost) {
      cost = before[previous]! + leap;
      best = previous;
    }
  }
  return { cost, state: best };
}

function leapCost(a: number, b: number): number {
  return Math.min(LARGEST_LEAP_COST, OCTAVE_COST * Math.abs(Math.log2(a / b)));
}
