import { Fourier } from "./fourier";
import { SAMPLE_RATE_HZ } from "./frames";

export function binWidthHz(size: number): number {
  return SAMPLE_RATE_HZ / size;
}

/** Power of a frame's frequencies under a Hamming window; keeps its tables and arrays between frames. */
export class PowerSpectrum {
  private readonly fourier: Fourier;
  private readonly window: Float64Array;
  private readonly real: Float64Array;
  private readonly imaginary: Float64Array;
  private readonly power: Float64Array;

  /** @param size of a frame, a power of two. */
  constructor(size: number) {
    this.fourier = new Fourier(size);
    this.window = Float64Array.from(
      { length: size },
      (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (size - 1)),
    );
    this.real = new Float64Array(size);
    this.imaginary = new Float64Array(size);
    this.power = new Float64Array(size / 2);
  }

  /** @returns the power of the bins below half the sample rate, in an array that the next call uses again. */
  measure(frame: Float64Array): Float64Array {
    const { real, imaginary, power, window } = this;
    for (let i = 0; i < real.length; i++) real[i] = frame[i]! * window[i]!;
    imaginary.fill(0);
    this.fourier.forward(real, imaginary);
    for (let k = 0; k < power.length; k++) power[k] = real[k]! * real[k]! + imaginary[k]! * imaginary[k]!;
    return power;
  }
}
