import { describe, expect, it } from "vitest";
import { addTransposedProduct, multiplyByTranspose } from "./dense-products";
import { minimizeLbfgs } from "./minimize-lbfgs";

describe("minimizeLbfgs", () => {
  it("finds the minimum of an ill-conditioned quadratic", () => {
    const curvature = Float64Array.from({ length: 30 }, (_, i) => 10 ** (i / 10));
    const start = new Float64Array(30);
    const { point, loss, converged, iterations } = minimizeLbfgs(
      (at, gradient) => {
        let total = 0;
        for (let i = 0; i < 30; i += 1) {
          gradient[i] = curvature[i]! * (at[i]! - i);
          total += 0.5 * curvature[i]! * (at[i]! - i) ** 2;
        }
        return total;
      },
      start,
      { maxIterations: 500, tolerance: 1e-9 },
    );
    expect(converged).toBe(true);
    expect(iterations).toBeLessThan(400);
    expect(loss).toBeLessThan(1e-12);
    point.forEach((value, i) => {
      expect(value).toBeCloseTo(i, 5);
    });
    expect(start.every((value) => value === 0)).toBe(true);
  });

  it("stops at the bound of iterations, and at once in the minimum", () => {
    const square = (at: Float64Array, gradient: Float64Array) => {
      gradient[0] = 4 * at[0]! ** 3;
      return at[0]! ** 4;
    };
    expect(minimizeLbfgs(square, Float64Array.of(3), { maxIterations: 2, tolerance: 1e-12 })).toMatchObject({
      ...{ converged: false, iterations: 2 },
    });
    expect(minimizeLbfgs(square, Float64Array.of(0), { maxIterations: 2, tolerance: 1e-12 })).toMatchObject({
      ...{ converged: true, iterations: 0, loss: 0 },
    });
  });
});

describe("dense products", () => {
  it.each([
    [1, 1, 1],
    [2, 3, 4],
    [5, 7, 6],
    [7, 2, 9],
  ])("equal plain sums for %i rows, %i dimensions, %i classes", (count, dimensions, classes) => {
    const numbers = (length: number, step: number) =>
      Float64Array.from({ length }, (_, i) => Math.sin(i * step + 1));
    const inputs = numbers(count * dimensions, 0.7);
    const weights = numbers(classes * dimensions, 1.3);
    const out = new Float64Array(count * classes);
    multiplyByTranspose(inputs, weights, out, count, dimensions, classes);
    const sums = new Float64Array(classes * dimensions).fill(1);
    addTransposedProduct(out, inputs, sums, count, dimensions, classes);
    for (let k = 0; k < classes; k += 1) {
      for (let row = 0; row < count; row += 1) {
        let plain = 0;
        for (let d = 0; d < dimensions; d += 1)
          plain += inputs[row * dimensions + d]! * weights[k * dimensions + d]!;
        expect(out[row * classes + k]).toBeCloseTo(plain, 12);
      }
      for (let d = 0; d < dimensions; d += 1) {
        let plain = 1;
        for (let row = 0; row < count; row += 1)
          plain += out[row * classes + k]! * inputs[row * dimensions + d]!;
        expect(sums[k * dimensions + d]).toBeCloseTo(plain, 12);
      }
    }
  });
});
