/**
 * A complex fast Fourier transform of one size (radix 2, decimation in time; Cooley & Tukey 1965) with its tables made once.
 * Not normalised: forward then inverse multiplies by `size`.
 */
export class Fourier {
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly reversed: Uint32Array;

  /** @param size a power of two, 2 or more. */
  constructor(readonly size: number) {
    if (size < 2 || (size & (size - 1)) !== 0) throw new RangeError(`${size} is not a power of two.`);
    this.cosines = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.sines = Float64Array.from({ length: size / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.reversed = new Uint32Array(size);
    for (let i = 1; i < size; i++) this.reversed[i] = (this.reversed[i >> 1]! >> 1) | (i & 1 ? size >> 1 : 0);
  }

  /** In place. @param real, imaginary `size` values each. */
  forward(real: Float64Array, imaginary: Float64Array): void {
    this.reorder(real, imaginary);
    const { size, cosines, sines } = this;
    for (let half = 1, stride = size >> 1; half < size; half <<= 1, stride >>= 1) {
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0, turn = 0; k < half; k++, turn += stride) {
          const cosine = cosines[turn]!;
          const sine = sines[turn]!;
          const low = start + k;
          const high = low + half;
          const re = real[high]! * cosine + imaginary[high]! * sine;
          const im = imaginary[high]! * cosine - real[high]! * sine;
          real[high] = real[low]! - re;
          imaginary[high] = imaginary[low]! - im;
          real[low] = real[low]! + re;
          imaginary[low] = imaginary[low]! + im;
        }
      }
    }
  }

  /** In place: the transform with the parts exchanged is the inverse with the parts exchanged. */
  inverse(real: Float64Array, imaginary: Float64Array): void {
    this.forward(imaginary, real);
  }

  private reorder(real: Float64Array, imaginary: Float64Array): void {
    for (let i = 0; i < this.size; i++) {
      const j = this.reversed[i]!;
      if (j <= i) continue;
      const re = real[i]!;
      real[i] = real[j]!;
      real[j] = re;
      const im = imaginary[i]!;
      imaginary[i] = imaginary[j]!;
      imaginary[j] = im;
    }
  }
}
