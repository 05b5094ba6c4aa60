/** Weights below this are rounding, and agree with nothing and with everything. */
const NOTHING = 1e-9;

/**
 * How far repeated runs of an explanation agree, 0–1: the mean over all pairs of runs (as in the stability indices
 * for LIME of Visani et al. 2022) of the generalised Jaccard similarity Σ min / Σ max of the signed weights
 * (Ružička 1958; Li 2017 for signs: a weight above in one run and below zero in another shares nothing). Unlike the
 * overlap of the k best words it needs no k, and words of little weight count little. 1 for a single run.
 */
export function stabilityOf(runs: readonly ArrayLike<number>[]): number {
  let total = 0;
  let pairs = 0;
  for (let a = 0; a < runs.length; a += 1) {
    for (let b = a + 1; b < runs.length; b += 1) {
      total += similarity(runs[a]!, runs[b]!);
      pairs += 1;
    }
  }
  return pairs > 0 ? total / pairs : 1;
}

function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let shared = 0;
  let whole = 0;
  for (let i = 0; i < a.length; i += 1) {
    for (const sign of [1, -1]) {
      const [x, y] = [Math.max(0, sign * a[i]!), Math.max(0, sign * b[i]!)];
      if (Math.max(x, y) < NOTHING) continue;
      shared += Math.min(x, y);
      whole += Math.max(x, y);
    }
  }
  return whole > 0 ? shared / whole : 1;
}
