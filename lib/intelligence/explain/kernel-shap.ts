import { mulberry32 } from "../text/seeded-random";
import { binomial, complement, drawMask, masksOfSize } from "./draw-masks";
import type { Game, Mask } from "./removal-game";
import { solveCholesky } from "./solve-cholesky";

interface Sample {
  mask: Mask;
  weight: number;
}

/** Beside weights that sum to the kernel's whole mass, some 0.2 to 2. */
const RIDGE = 1e-9;

/**
 * Kernel SHAP (Lundberg and Lee 2017): Shapley values as the weighted least squares fit of an additive function to
 * the game, here with the constraint that weights sum to f(all) − f(none) and with subsets drawn in pairs with their
 * complements (Covert and Lee 2021). Sizes whose subsets the samples would fill are enumerated, smallest and largest
 * first. Chosen by measurement: on functions of 10 units with interactions its error with 200 values is 0.6 of that
 * of permutation sampling (Castro, Gómez and Tejada 2009) in antithetic pairs (see the test).
 *
 * @param units at least 2.
 */
export async function kernelShap(
  play: Game,
  units: number,
  options: { samples: number; seed: number },
): Promise<{ weights: Float64Array; baseValue: number }> {
  const samples = drawSamples(units, options.samples, mulberry32(options.seed));
  const ends = [new Uint8Array(units), new Uint8Array(units).fill(1)];
  const values = await play([...ends, ...samples.map(({ mask }) => mask)]);
  const [none, all] = [values[0]!, values[1]!];
  const matrix = new Float64Array(units * units);
  const rightSide = new Float64Array(units);
  samples.forEach(({ mask, weight }, row) => {
    for (let i = 0; i < units; i += 1) {
      if (mask[i] === 0) continue;
      rightSide[i]! += weight * (values[row + 2]! - none);
      for (let j = 0; j < units; j += 1) matrix[i * units + j]! += weight * mask[j]!;
    }
  });
  // Too few samples leave the equations singular; the constraint holds all the same.
  for (let i = 0; i < units; i += 1) matrix[i * units + i]! += RIDGE;
  const [free, ones] = solveCholesky(matrix, [rightSide, new Float64Array(units).fill(1)]);
  const excess = (sum(free!) - (all - none)) / sum(ones!);
  return { weights: free!.map((weight, i) => weight - excess * ones![i]!), baseValue: none };
}

function drawSamples(units: number, count: number, random: () => number): Sample[] {
  const samples: Sample[] = [];
  const half = Math.floor(units / 2);
  const massOf = (size: number) => (2 * size === units ? 1 : 2) / (size * (units - size));
  let mass = 0;
  for (let size = 1; size <= half; size += 1) mass += massOf(size);
  let size = 1;
  for (; size <= half; size += 1) {
    const masks = binomial(units, size) * (2 * size === units ? 1 : 2);
    // Single units weigh most: they are enumerated early, at no more than half of the samples.
    const expected = size === 1 ? count / 2 : ((count - samples.length) * massOf(size)) / mass;
    if (masks > expected) break;
    for (const mask of masksOfSize(units, size)) {
      samples.push({ mask, weight: massOf(size) / masks });
      if (2 * size !== units) samples.push({ mask: complement(mask), weight: massOf(size) / masks });
    }
    mass -= massOf(size);
  }
  const pairs = Math.max(size <= half ? 1 : 0, Math.floor((count - samples.length) / 2));
  if (size > half) return samples;
  for (let pair = 0; pair < pairs; pair += 1) {
    const mask = drawMask(units, drawSize(size, half, mass, massOf, random), random);
    for (const one of [mask, complement(mask)]) samples.push({ mask: one, weight: mass / (2 * pairs) });
  }
  return samples;
}

function drawSize(
  from: number,
  to: number,
  mass: number,
  massOf: (size: number) => number,
  random: () => number,
): number {
  let left = random() * mass;
  for (let size = from; size < to; size += 1) {
    left -= massOf(size);
    if (left < 0) return size;
  }
  return to;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
