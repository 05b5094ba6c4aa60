import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mulberry32 } from "../text/seeded-random";
import { exactShapley } from "./exact-shapley";
import { explainShap } from "./explain-shap";
import { kernelShap } from "./kernel-shap";
import type { Game } from "./removal-game";

interface PeerGame {
  bias: number;
  terms: number[];
  pairs: [number, number, number][];
  weights: number[];
  baseValue: number;
}

const peer = JSON.parse(
  readFileSync(new URL("../../../bench/peers/explain_text.json", import.meta.url), "utf8"),
);
const games: PeerGame[] = peer.games;

const gameOf = (value: (mask: ArrayLike<number>) => number): Game => {
  return async (masks) => Float64Array.from(masks, value);
};
const logistic = ({ bias, terms, pairs }: Pick<PeerGame, "bias" | "terms" | "pairs">) => {
  return (mask: ArrayLike<number>) => {
    let total = terms.reduce((sum, term, i) => sum + term * mask[i]!, bias);
    for (const [a, b, weight] of pairs) total += weight * mask[a]! * mask[b]!;
    return 1 / (1 + Math.exp(-total));
  };
};
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const rmse = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.sqrt(Array.from(a, (value, i) => (value - b[i]!) ** 2).reduce((total, x) => total + x, 0) / a.length);
const randomGame = (units: number, seed: number) => {
  const random = mulberry32(seed);
  const terms = Array.from({ length: units }, () => 3 * random() - 1.5);
  const pairs = terms.flatMap((_, a) =>
    terms.slice(0, a).map((_, b): [number, number, number] => [a, b, 1.2 * random() - 0.6]),
  );
  return logistic({ bias: -1, terms, pairs });
};

describe("exactShapley", () => {
  it.each(games)("agrees with the package shap on $terms.length units", async (game) => {
    const { weights, baseValue } = await exactShapley(gameOf(logistic(game)), game.terms.length);
    expect(rmse(weights, game.weights)).toBeLessThan(1e-9);
    expect(baseValue).toBeCloseTo(game.baseValue, 12);
  });

  it("gives additive terms, halves of an interaction, nothing to a dummy, the same to the same", async () => {
    const value = (mask: ArrayLike<number>) =>
      0.1 + 0.2 * mask[0]! - 0.3 * mask[1]! + 0.4 * mask[2]! * mask[3]!;
    const { weights, baseValue } = await exactShapley(gameOf(value), 5);
    [0.2, -0.3, 0.2, 0.2, 0].forEach((wanted, i) => {
      expect(weights[i]).toBeCloseTo(wanted, 12);
    });
    expect(weights[2]).toBeCloseTo(weights[3]!, 12);
    expect(baseValue).toBe(0.1);
  });
});

describe("kernelShap", () => {
  it("equals the exact values when every subset fits", async () => {
    for (const units of [2, 3, 6, 7]) {
      const play = gameOf(randomGame(units, units));
      const exact = await exactShapley(play, units);
      const { weights } = await kernelShap(play, units, { samples: 2 ** units * 3, seed: 1 });
      expect(rmse(weights, exact.weights)).toBeLessThan(1e-7);
    }
  });

  it("is exact for additive functions, from few samples", async () => {
    const terms = Array.from({ length: 30 }, (_, i) => Math.sin(i));
    const value = (mask: ArrayLike<number>) => terms.reduce((total, term, i) => total + term * mask[i]!, 0.5);
    const { weights } = await kernelShap(gameOf(value), 30, { samples: 120, seed: 3 });
    expect(rmse(weights, terms)).toBeLessThan(1e-6);
  });

  it("sums to f(all) - f(none), however few the samples", async () => {
    for (const samples of [1, 10, 100, 300]) {
      for (const units of [11, 23, 40]) {
        const value = randomGame(units, samples + units);
        const { weights, baseValue } = await kernelShap(gameOf(value), units, { samples, seed: 5 });
        const all = value(new Uint8Array(units).fill(1));
        expect(Math.abs(sum(weights) - (all - baseValue))).toBeLessThan(1e-6);
      }
    }
  });

  it("comes close to the exact values on 10 units, closer than permutations with as many values", async () => {
    const [errors, others]: [number[], number[]] = [[], []];
    for (let seed = 1; seed <= 20; seed += 1) {
      const value = randomGame(10, seed);
      const { weights: exact } = await exactShapley(gameOf(value), 10);
      const { weights } = await kernelShap(gameOf(value), 10, { samples: 200, seed });
      errors.push(rmse(weights, exact));
      others.push(rmse(permutationSampling(value, 10, 200, seed), exact));
    }
    const mean = (values: number[]) => values.reduce((total, x) => total + x, 0) / values.length;
    expect(mean(errors)).toBeLessThan(0.01);
    expect(mean(errors)).toBeLessThan(0.8 * mean(others));
  });

  it("repeats with a seed and differs with another", async () => {
    const play = gameOf(randomGame(20, 1));
    const run = async (seed: number) => (await kernelShap(play, 20, { samples: 100, seed })).weights;
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });
});

describe("explainShap", () => {
  it("is exact up to 10 units and sampled above", async () => {
    const options = { samples: 50, seed: 1 };
    const play = gameOf(randomGame(11, 2));
    expect(await explainShap(gameOf(randomGame(10, 2)), 10, options)).toMatchObject({ exhaustive: true });
    expect(await explainShap(play, 11, options)).toMatchObject({ exhaustive: false });
    const one = await explainShap(
      gameOf((mask) => 0.2 + 0.5 * mask[0]!),
      1,
      options,
    );
    expect(one.weights[0]).toBeCloseTo(0.5, 12);
  });
});

/** Castro, Gómez and Tejada (2009), each order with its reverse; the sampler that kernelShap was chosen over. */
function permutationSampling(
  value: (mask: Uint8Array) => number,
  units: number,
  budget: number,
  seed: number,
) {
  const random = mulberry32(seed + 1000);
  const weights = new Float64Array(units);
  let orders = 0;
  for (; (orders + 2) * (units - 1) <= budget; orders += 2) {
    const order = Array.from({ length: units }, (_, i) => i);
    for (let i = units - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const one of [order, [...order].reverse()]) {
      const mask = new Uint8Array(units);
      for (const i of one) {
        const before = value(mask);
        mask[i] = 1;
        weights[i]! += value(mask) - before;
      }
    }
  }
  return weights.map((weight) => weight / orders);
}
