import { GROUP_ORDER, groupOf, type IntentGroup } from "@/components/intents/intent-groups";
import type { ConfusionCell } from "@/lib/intelligence/text/confusion";

export interface ConfusionEntry {
  count: number;
  /** Of all messages of the row, 0–1. */
  share: number;
  /** Where row and column are the same group: confused within it. */
  inside: number;
}

/** Rows are what was asked for, columns what was read. Only rows and columns that hold something. */
export interface ConfusionMatrix<Key extends string> {
  rows: Key[];
  columns: Key[];
  /** All messages of a row, those too that were read as something outside the columns. */
  total: (row: Key) => number;
  entry: (row: Key, column: Key) => ConfusionEntry;
}

/** Group against group. On the diagonal `count` is what was read exactly right. */
export function confuseGroups(cells: readonly ConfusionCell[]): ConfusionMatrix<IntentGroup> {
  const totals = new Map<IntentGroup, number>();
  const counts = new Map<string, number>();
  const inside = new Map<IntentGroup, number>();
  const seen = new Set<IntentGroup>();
  for (const { actual, predicted, count } of cells) {
    const row = groupOf(actual);
    const column = groupOf(predicted);
    seen.add(row).add(column);
    add(totals, row, count);
    if (row === column && actual !== predicted) add(inside, row, count);
    else add(counts, `${row} ${column}`, count);
  }
  const groups = GROUP_ORDER.filter((group) => seen.has(group));
  return matrix(groups, groups, totals, counts, inside);
}

/** Intent against intent, between two groups or within one. */
export function confuseIntents(
  cells: readonly ConfusionCell[],
  rowGroup: IntentGroup,
  columnGroup: IntentGroup,
): ConfusionMatrix<string> {
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const { actual, predicted, count } of cells) {
    if (groupOf(actual) !== rowGroup) continue;
    add(totals, actual, count);
    if (groupOf(predicted) !== columnGroup) continue;
    rows.add(actual);
    columns.add(predicted);
    add(counts, `${actual} ${predicted}`, count);
  }
  const byName = (ids: Iterable<string>) => [...ids].sort();
  if (rowGroup !== columnGroup) return matrix(byName(rows), byName(columns), totals, counts);
  const both = byName(new Set([...rows, ...columns]));
  return matrix(both, both, totals, counts);
}

/** Wrong readings, the most frequent first. */
export function listConfusions(
  cells: readonly ConfusionCell[],
): (ConfusionCell & { /** Of all messages of `actual`. */ share: number })[] {
  const totals = new Map<string, number>();
  for (const { actual, count } of cells) add(totals, actual, count);
  return cells
    .filter(({ actual, predicted, count }) => actual !== predicted && count > 0)
    .map((cell) => ({ ...cell, share: cell.count / totals.get(cell.actual)! }))
    .sort((a, b) => b.count - a.count || b.share - a.share || a.actual.localeCompare(b.actual));
}

function matrix<Key extends string>(
  rows: Key[],
  columns: Key[],
  totals: ReadonlyMap<Key, number>,
  counts: ReadonlyMap<string, number>,
  inside: ReadonlyMap<Key, number> = new Map(),
): ConfusionMatrix<Key> {
  const total = (row: Key) => totals.get(row) ?? 0;
  return {
    rows,
    columns,
    total,
    entry: (row, column) => {
      const count = counts.get(`${row} ${column}`) ?? 0;
      const of = total(row);
      return {
        count,
        share: of > 0 ? count / of : 0,
        inside: row === column ? (inside.get(row) ?? 0) : 0,
      };
    },
  };
}

function add<Key>(sums: Map<Key, number>, key: Key, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count);
}
