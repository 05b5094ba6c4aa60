import { SAMPLE_RATE_HZ } from "./frames";

/** Zero crossings of the sinc on each side: 70 dB down with this Kaiser window, a transition of some 10 %. */
const CROSSINGS = 16;
const KAISER_BETA = 7;
/** The pass band ends here, as a share of the lower Nyquist frequency. */
const PASS = 0.92;
/** Positions between two samples for which the kernel is tabulated; more than an exact ratio ever needs is rounded. */
const MAX_PHASES = 640;

/**
 * Brings mono samples to SAMPLE_RATE_HZ by a Kaiser-windowed sinc (Smith, Digital Audio Resampling), which is the
 * low-pass against aliases as well. @param rateHz of the samples. @returns the samples themselves when nothing is to do.
 */
export function resample(samples: Float32Array, rateHz: number): Float32Array {
  if (rateHz === SAMPLE_RATE_HZ) return samples;
  const length = Math.floor((samples.length * SAMPLE_RATE_HZ) / rateHz);
  const cutoff = Math.min(1, SAMPLE_RATE_HZ / rateHz) * PASS;
  const half = Math.ceil(CROSSINGS / cutoff);
  const phases = Math.min(MAX_PHASES, SAMPLE_RATE_HZ / greatestCommonDivisor(rateHz, SAMPLE_RATE_HZ));
  const kernels = Array.from({ length: phases + 1 }, (_, phase) => makeKernel(phase / phases, half, cutoff));
  const out = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const position = (i * rateHz) / SAMPLE_RATE_HZ;
    const base = Math.floor(position);
    const kernel = kernels[Math.round((position - base) * phases)]!;
    const start = base - half + 1;
    const from = Math.max(0, -start);
    const to = Math.min(kernel.length, samples.length - start);
    let sum = 0;
    for (let j = from; j < to; j++) sum += kernel[j]! * samples[start + j]!;
    out[i] = sum;
  }
  return out;
}

/** Weights of the samples base − half + 1 … base + half for a position `fraction` after base; they add up to 1. */
function makeKernel(fraction: number, half: number, cutoff: number): Float64Array {
  const kernel = Float64Array.from({ length: 2 * half }, (_, j) => {
    const distance = j - half + 1 - fraction;
    const inside = Math.abs(distance) / half;
    return inside >= 1 ? 0 : sinc(cutoff * distance) * besselI0(KAISER_BETA * Math.sqrt(1 - inside * inside));
  });
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let sum = 1;
  for (let k = 1, term = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
