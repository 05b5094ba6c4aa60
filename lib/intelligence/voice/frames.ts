/** All analysis runs at this rate; see `resample.ts`. */
export const SAMPLE_RATE_HZ = 16_000;
/** Contours have one value per hop; value i stands for the time i × HOP_SECONDS. */
export const HOP_SECONDS = 0.01;
export const HOP_SAMPLES = HOP_SECONDS * SAMPLE_RATE_HZ;

/** How many values a contour has: frames are centred on multiples of the hop that lie inside the recording. */
export function countFrames(samples: Float32Array): number {
  return samples.length === 0 ? 0 : Math.floor((samples.length - 1) / HOP_SAMPLES) + 1;
}

/**
 * Copies a frame's samples into the whole of `target`, from `lead` samples before its centre on; zeros stand in beyond
 * the recording.
 */
export function copyFrame(
  samples: Float32Array,
  frame: number,
  target: Float64Array,
  lead = target.length >> 1,
): void {
  const start = frame * HOP_SAMPLES - lead;
  if (start >= 0 && start + target.length <= samples.length) {
    target.set(samples.subarray(start, start + target.length));
    return;
  }
  for (let i = 0; i < target.length; i++) target[i] = samples[start + i] ?? 0;
}
