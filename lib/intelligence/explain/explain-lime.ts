import { mulberry32 } from "../text/seeded-random";
import { binomial, drawMask, masksOfSize } from "./draw-masks";
import type { Game, Mask } from "./removal-game";
import { solveCholesky } from "./solve-cholesky";

/** Weights of the units and what the method says of no unit at all. */
export interface UnitWeights {
  weights: Float64Array;
  baseValue: number;
  /** Whether every subset was seen, so that another seed would change nothing. */
  exhaustive: boolean;
}

/** Width of the exponential kernel over cosine distances, as in the authors' own setting for texts. */
const KERNEL_WIDTH = 0.25;
/** Share of the samples' whole weight: keeps the equations solvable and shrinks nothing that can be seen. */
const RIDGE = 1e-6;

interface Sample {
  mask: Mask;
  /** How often it would be drawn, of all draws. */
  share: number;
}

/**
 * LIME (Ribeiro, Singh and Guestrin 2016): a linear model of the classifier near the text, fitted to texts with 1 to
 * all units removed (each number equally likely, then each subset), weighted by exp(-d² / 2σ²) of their cosine
 * distance d. `baseValue` is its intercept. With at most `samples` subsets all are taken at their expected share.
 *
 * @param units at least 1.
 */
export async function explainLime(
  play: Game,
  units: number,
  options: { samples: number; seed: number },
): Promise<UnitWeights> {
  const exhaustive = 2 ** units <= options.samples;
  const drawn = exhaustive
    ? allSamples(units)
    : drawSamples(units, options.samples, mulberry32(options.seed));
  const values = await play(drawn.map(({ mask }) => mask));
  const importance = drawn.map(({ mask, share }) => share * kernel(mask));
  return {
    ...fitRidge(
      drawn.map(({ mask }) => mask),
      values,
      importance,
    ),
    exhaustive,
  };
}

function drawSamples(units: number, count: number, random: () => number): Sample[] {
  const samples: Sample[] = [{ mask: new Uint8Array(units).fill(1), share: 1 / count }];
  while (samples.length < count) {
    const removed = 1 + Math.floor(random() * units);
    samples.push({ mask: drawMask(units, units - removed, random), share: 1 / count });
  }
  return samples;
}

function allSamples(units: number): Sample[] {
  const all = 2 ** units;
  const samples: Sample[] = [{ mask: new Uint8Array(units).fill(1), share: 1 / all }];
  for (let kept = 0; kept < units; kept += 1) {
    const share = (1 - 1 / all) / (units * binomial(units, kept));
    for (const mask of masksOfSize(units, kept)) samples.push({ mask, share });
  }
  return samples;
}

function kernel(mask: Mask): number {
  let kept = 0;
  for (const stays of mask) kept += stays;
  const distance = 1 - Math.sqrt(kept / mask.length);
  return Math.exp(-(distance ** 2) / (2 * KERNEL_WIDTH ** 2));
}

/** Weighted ridge regression with a free intercept: both sides are centred first. */
export function fitRidge(
  masks: readonly Mask[],
  values: Float64Array,
  importance: readonly number[],
  ridge = RIDGE,
): Omit<UnitWeights, "exhaustive"> {
  const units = masks[0]?.length ?? 0;
  const total = importance.reduce((sum, weight) => sum + weight, 0);
  const mean = new Float64Array(units);
  let meanValue = 0;
  masks.forEach((mask, row) => {
    const share = importance[row]! / total;
    meanValue += share * values[row]!;
    for (let i = 0; i < units; i += 1) mean[i]! += share * mask[i]!;
  });
  const matrix = new Float64Array(units * units);
  const rightSide = new Float64Array(units);
  masks.forEach((mask, row) => {
    for (let i = 0; i < units; i += 1) {
      const part = importance[row]! * (mask[i]! - mean[i]!);
      rightSide[i]! += part * (values[row]! - meanValue);
      for (let j = 0; j < units; j += 1) matrix[i * units + j]! += part * (mask[j]! - mean[j]!);
    }
  });
  for (let i = 0; i < units; i += 1) matrix[i * units + i]! += ridge * total;
  const [weights] = solveCholesky(matrix, [rightSide]);
  return {
    weights: weights!,
    baseValue: weights!.reduce((rest, weight, i) => rest - weight * mean[i]!, meanValue),
  };
}
