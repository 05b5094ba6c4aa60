import { describe, expect, it } from "vitest";
import { apportion, share } from "./share";

describe("share", () => {
  it.each([
    [10, 1, 3, 3],
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [0, 1, 2, 0],
    [7, 1, 0, 0],
    // Beyond what binary fractions hold.
    [9_007_199_254_740_991, 999_999, 1_000_000, 9_007_190_247_541_736],
  ])("of %d is %d/%d: %d", (amount, numerator, denominator, expected) => {
    expect(share(amount, numerator, denominator)).toBe(expected);
  });
});

describe("apportion", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1_001, [9_989, 707], [935, 66]],
    [5, [0, 3, 0], [0, 5, 0]],
    [5, [0, 0], [0, 0]],
    [0, [1, 2], [0, 0]],
    [2, [1, 1, 1, 1, 1], [1, 1, 0, 0, 0]],
  ])("splits %d by %o", (amount, weights, parts) => {
    expect(apportion(amount, weights)).toEqual(parts);
  });

  it("adds up for any weights", () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 300; round++) {
      const weights = Array.from({ length: 1 + next(9) }, () => 1 + next(100_000));
      const amount = next(1_000_000);
      const parts = apportion(amount, weights);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [at, part] of parts.entries())
        expect(Math.abs(part - (amount * weights[at]!) / total)).toBeLessThan(1);
    }
  });
});
