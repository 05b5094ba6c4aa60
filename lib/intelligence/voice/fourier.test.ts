import { expect, it } from "vitest";
import { randomOf } from "@/test/support/signals";
import { Fourier } from "./fourier";

it("equals the sum that defines it, and its inverse leads back", () => {
  const size = 64;
  const random = randomOf(3);
  const real = Float64Array.from({ length: size }, random);
  const imaginary = Float64Array.from({ length: size }, random);
  const [re, im] = [real.slice(), imaginary.slice()];
  const fourier = new Fourier(size);
  fourier.forward(re, im);
  for (let k = 0; k < size; k++) {
    let [sumRe, sumIm] = [0, 0];
    for (let i = 0; i < size; i++) {
      const angle = (-2 * Math.PI * k * i) / size;
      sumRe += real[i]! * Math.cos(angle) - imaginary[i]! * Math.sin(angle);
      sumIm += real[i]! * Math.sin(angle) + imaginary[i]! * Math.cos(angle);
    }
    expect(re[k]).toBeCloseTo(sumRe, 9);
    expect(im[k]).toBeCloseTo(sumIm, 9);
  }
  fourier.inverse(re, im);
  for (let i = 0; i < size; i++)
    expect([re[i]! / size, im[i]! / size]).toEqual([
      expect.closeTo(real[i]!, 12),
      expect.closeTo(imaginary[i]!, 12),
    ]);
});

it.each([0, 1, 3, 100])("refuses the size %s, which is no power of two above one", (size) => {
  expect(() => new Fourier(size)).toThrow(RangeError);
});
