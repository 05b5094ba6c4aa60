import { SAMPLE_RATE_HZ } from "./frames";

/**
 * A second-order Butterworth high-pass (bilinear transform), which takes away direct current and rumble that would
 * count as level. @returns a new array.
 */
export function highPass(samples: Float32Array, cutoffHz: number): Float32Array {
  const k = Math.tan((Math.PI * cutoffHz) / SAMPLE_RATE_HZ);
  const norm = 1 / (1 + Math.SQRT2 * k + k * k);
  const a1 = 2 * (k * k - 1) * norm;
  const a2 = (1 - Math.SQRT2 * k + k * k) * norm;
  const filtered = new Float32Array(samples.length);
  // Begins as if the first value had always been there, so that an offset makes no click.
  let x1 = samples[0] ?? 0;
  let x2 = x1;
  let y1 = 0;
  let y2 = 0;
  for (let i = 0; i < samples.length; i++) {
    const x0 = samples[i]!;
    const y0 = norm * (x0 - 2 * x1 + x2) - a1 * y1 - a2 * y2;
    filtered[i] = y0;
    x2 = x1;
    x1 = x0;
    y2 = y1;
    y1 = y0;
  }
  return filtered;
}
