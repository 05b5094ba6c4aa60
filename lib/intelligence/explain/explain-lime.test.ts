import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainLime, fitRidge } from "./explain-lime";
import type { Game } from "./removal-game";

const { ridge } = JSON.parse(
  readFileSync(new URL("../../../bench/peers/explain_text.json", import.meta.url), "utf8"),
);
const gameOf = (value: (mask: ArrayLike<number>) => number): Game => {
  return async (masks) => Float64Array.from(masks, value);
};
const worst = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe("explainLime", () => {
  it("finds the terms of an additive function, enumerated or sampled", async () => {
    for (const units of [1, 2, 7, 25, 40]) {
      const terms = Array.from({ length: units }, (_, i) => Math.cos(i) / 4);
      const value = (mask: ArrayLike<number>) =>
        terms.reduce((total, term, i) => total + term * mask[i]!, 0.3);
      const found = await explainLime(gameOf(value), units, { samples: 250, seed: 1 });
      expect(worst(found.weights, terms)).toBeLessThan(2e-3);
      expect(found.baseValue).toBeCloseTo(0.3, 2);
      expect(found.exhaustive).toBe(units <= 7);
    }
  });

  it("gives a dummy nothing, the same to the same, and an interaction to those who take part", async () => {
    const additive = (mask: ArrayLike<number>) => 0.4 * mask[0]! + 0.4 * mask[1]! - 0.1 * mask[2]!;
    const plain = await explainLime(gameOf(additive), 5, { samples: 250, seed: 1 });
    expect(worst(plain.weights, [0.4, 0.4, -0.1, 0, 0])).toBeLessThan(1e-4);
    const both = (mask: ArrayLike<number>) => mask[0]! * mask[1]!;
    const { weights } = await explainLime(gameOf(both), 5, { samples: 250, seed: 1 });
    expect(weights[0]).toBeCloseTo(weights[1]!, 9);
    expect(weights[0]).toBeGreaterThan(0.5);
    // A linear model cannot hold a product: a little of it falls on everybody, on all dummies alike.
    expect(Math.abs(weights[3]!)).toBeLessThan(0.05);
    expect(weights[3]).toBeCloseTo(weights[4]!, 9);
  });

  it("weighs texts by the exponential kernel on their cosine distance", async () => {
    // Two units: all kept once in four, one kept (at distance 1 - √½) and none kept (at 1) as often as each other.
    const near = Math.exp(-((1 - Math.SQRT1_2) ** 2) / (2 * 0.25 ** 2));
    const importance = [0.25, 0.1875 * near, 0.1875 * near, 0.375 * Math.exp(-8)];
    const masks = [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ].map((mask) => Uint8Array.from(mask));
    const byHand = fitRidge(masks, Float64Array.of(0.9, 0.5, 0.1, 0.3), importance);
    const value = (mask: ArrayLike<number>) => (mask[0] ? (mask[1] ? 0.9 : 0.5) : mask[1] ? 0.1 : 0.3);
    const found = await explainLime(gameOf(value), 2, { samples: 100, seed: 1 });
    expect(worst(found.weights, byHand.weights)).toBeLessThan(1e-9);
    expect(found.baseValue).toBeCloseTo(byHand.baseValue, 9);
  });

  it("draws towards what all subsets would give", async () => {
    const value = (mask: ArrayLike<number>) =>
      1 / (1 + Math.exp(2 - 3 * mask[0]! * mask[1]! + mask[2]! - 2 * mask[3]!));
    const all = await explainLime(gameOf(value), 8, { samples: 256, seed: 1 });
    const errorAt = async (samples: number) => {
      const found = await explainLime(gameOf(value), 8, { samples: Math.min(samples, 255), seed: 2 });
      return worst(found.weights, all.weights);
    };
    expect(all.exhaustive).toBe(true);
    expect(await errorAt(255)).toBeLessThan(0.08);
    expect(await errorAt(255)).toBeLessThan(await errorAt(20));
  });
});

describe("fitRidge", () => {
  it("finds scikit-learn's coefficients (bench/peers/explain_text.py)", () => {
    const masks = ridge.masks.map((mask: number[]) => Uint8Array.from(mask));
    const found = fitRidge(masks, Float64Array.from(ridge.values), ridge.importance, ridge.penaltyShare);
    expect(worst(found.weights, ridge.weights)).toBeLessThan(1e-12);
    expect(found.baseValue).toBeCloseTo(ridge.intercept, 12);
  });
});
