/**
 * McNemar's exact two-sided test (McNemar 1947): the probability, if both were equally good, that the texts on which
 * exactly one of them is right divide at least as unevenly as `fixed` to `broken`. 1 when there are none.
 */
export function mcnemarExact(fixed: number, broken: number): number {
  const total = fixed + broken;
  let logChoose = 0;
  let tail = 0;
  for (let k = 0; k <= Math.min(fixed, broken); k += 1) {
    if (k > 0) logChoose += Math.log((total - k + 1) / k);
    tail += Math.exp(logChoose - total * Math.LN2);
  }
  return Math.min(1, 2 * tail);
}
