import { Fourier } from "./fourier";
import { copyFrame, SAMPLE_RATE_HZ } from "./frames";

/** Deep male to high, excited female voices; children's shouting lies above. */
export const LOWEST_PITCH_HZ = 60;
export const HIGHEST_PITCH_HZ = 600;

const SHORTEST_LAG = Math.floor(SAMPLE_RATE_HZ / HIGHEST_PITCH_HZ);
const LONGEST_LAG = Math.ceil(SAMPLE_RATE_HZ / LOWEST_PITCH_HZ);
/** 20 ms: more than a period of the deepest voice, and short, since an excited voice glides by a tenth within 30 ms. */
const WINDOW = 0.02 * SAMPLE_RATE_HZ;
const FRAME = WINDOW + LONGEST_LAG + 1;
/** A period found at a lag lies about half a window and half the lag after the frame's start; at 160 Hz exactly. */
const LEAD = (WINDOW + SAMPLE_RATE_HZ / 160) / 2;
const SIZE = 1024;
export const MAX_CANDIDATES = 8;
/** A dip of the normalised difference above this is no sign of a period. */
const HIGHEST_DIP = 0.7;

/**
 * The period candidates of each frame: minima of YIN's cumulative mean normalised difference (de Cheveigné & Kawahara
 * 2002, steps 2, 3 and 5). The difference function is made of sums of squares and one cross-correlation, by FFT.
 */
export class Yin {
  private readonly fourier = new Fourier(SIZE);
  private readonly frame = new Float64Array(FRAME);
  private readonly real = new Float64Array(SIZE);
  private readonly imaginary = new Float64Array(SIZE);
  private readonly difference = new Float64Array(LONGEST_LAG + 2);
  private readonly normalised = new Float64Array(LONGEST_LAG + 2);

  constructor(private readonly samples: Float32Array) {}

  /**
   * Writes the frame's candidates by rising lag into `hz` and `aperiodicity`, from `at` on: 0 for a perfectly periodic
   * frame, towards 1 for noise.
   * @returns how many there are, at most MAX_CANDIDATES; none for a silent frame.
   */
  writeCandidates(frame: number, hz: Float32Array, aperiodicity: Float32Array, at: number): number {
    copyFrame(this.samples, frame, this.frame, LEAD);
    if (!this.measureDifference()) return 0;
    this.normalise();
    const { normalised } = this;
    let count = 0;
    // Of too many the earliest stay: what comes after eight dips is a multiple of a period already there.
    for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG && count < MAX_CANDIDATES; lag++) {
      const value = normalised[lag]!;
      if (value > HIGHEST_DIP || value >= normalised[lag - 1]! || value > normalised[lag + 1]!) continue;
      hz[at + count] = SAMPLE_RATE_HZ / this.refine(lag);
      aperiodicity[at + count] = value;
      count++;
    }
    return count;
  }

  /** d(lag) = Σ (x[j] − x[j+lag])² over the window = energy(0) + energy(lag) − 2 × correlation(lag). */
  private measureDifference(): boolean {
    const { frame, real, imaginary, fourier, difference } = this;
    let mean = 0;
    for (let i = 0; i < FRAME; i++) mean += frame[i]!;
    mean /= FRAME;
    real.fill(0);
    imaginary.fill(0);
    let energy = 0;
    for (let i = 0; i < FRAME; i++) {
      const value = frame[i]! - mean;
      frame[i] = value;
      real[i] = value;
      if (i < WINDOW) {
        imaginary[i] = value;
        energy += value * value;
      }
    }
    if (energy < 1e-9) return false;
    fourier.forward(real, imaginary);
    crossSpectrum(real, imaginary);
    fourier.inverse(real, imaginary);
    let shifted = energy;
    for (let lag = 0; lag < difference.length; lag++) {
      difference[lag] = Math.max(0, energy + shifted - (2 * real[lag]!) / SIZE);
      const next = frame[lag + WINDOW] ?? 0;
      shifted += next * next - frame[lag]! * frame[lag]!;
    }
    return true;
  }

  private normalise(): void {
    const { difference, normalised } = this;
    normalised[0] = 1;
    let sum = 0;
    for (let lag = 1; lag < normalised.length; lag++) {
      sum += difference[lag]!;
      normalised[lag] = sum > 0 ? (difference[lag]! * lag) / sum : 1;
    }
  }

  /** A parabola through the dip and its neighbours, on the raw difference, whose minimum is not shifted. */
  private refine(lag: number): number {
    const before = this.difference[lag - 1]!;
    const at = this.difference[lag]!;
    const after = this.difference[lag + 1]!;
    const bend = before - 2 * at + after;
    return bend > 0 ? lag + Math.max(-1, Math.min(1, (before - after) / (2 * bend))) : lag;
  }
}

/**
 * Two real signals were transformed as one complex one; leaves the cross-spectrum conj(window) × frame in its place,
 * whose inverse is the correlation of the window with the frame at each lag.
 */
function crossSpectrum(real: Float64Array, imaginary: Float64Array): void {
  for (let k = 0; k <= SIZE / 2; k++) {
    const mirror = (SIZE - k) % SIZE;
    const frameRe = (real[k]! + real[mirror]!) / 2;
    const frameIm = (imaginary[k]! - imaginary[mirror]!) / 2;
    const windowRe = (imaginary[k]! + imaginary[mirror]!) / 2;
    const windowIm = (real[mirror]! - real[k]!) / 2;
    const re = windowRe * frameRe + windowIm * frameIm;
    const im = windowRe * frameIm - windowIm * frameRe;
    real[k] = re;
    imaginary[k] = im;
    real[mirror] = re;
    imaginary[mirror] = -im;
  }
}
