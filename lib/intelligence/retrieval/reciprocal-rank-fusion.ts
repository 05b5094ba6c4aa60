/**
 * Joins rankings of the same documents: the sum of 1 / (k + rank) over the rankings (Cormack, Clarke and Büttcher
 * 2009, “Reciprocal rank fusion outperforms Condorcet and individual rank learning methods”).
 *
 * @param rankings scores, one list a ranking, higher is better. @returns one score a document.
 */
export function fuseReciprocalRanks(rankings: readonly ArrayLike<number>[], k = 60): Float64Array {
  const fused = new Float64Array(rankings[0]?.length ?? 0);
  for (const scores of rankings) {
    const order = Array.from(scores, (_, at) => at).sort((a, b) => scores[b]! - scores[a]!);
    order.forEach((document, rank) => {
      fused[document]! += 1 / (k + rank + 1);
    });
  }
  return fused;
}
