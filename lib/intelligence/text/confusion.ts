/** So many texts that asked for `actual` were read as `predicted`. */
export interface ConfusionCell {
  actual: string;
  predicted: string;
  count: number;
}

/** One cell of each pair, such as those of several languages added up; the most frequent first. */
export function addCells(cells: readonly ConfusionCell[]): ConfusionCell[] {
  const added = new Map<string, ConfusionCell>();
  for (const { actual, predicted, count } of cells) {
    const key = `${actual} ${predicted}`;
    added.set(key, { actual, predicted, count: (added.get(key)?.count ?? 0) + count });
  }
  return [...added.values()].sort((a, b) => b.count - a.count);
}
