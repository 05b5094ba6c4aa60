import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { indexBm25, pairHan, scoreBm25, segmentHan, wordsOfHan } from "../../lib/intelligence/retrieval";
import type { Line } from "../measure";
import { PUBLIC_DATA } from "../understanding/data";

const MOST = 4_000;

/**
 * Which words of a Chinese text full text search should keep: of pairs of questions that mean the same (LCQMC), one
 * finds the other among all second ones by BM25 alone.
 */
export async function benchHanWords({ quick }: { quick: boolean }): Promise<Line[]> {
  const name = "Chinese words: recall@1 by BM25";
  const pairs = readPairs();
  if (!pairs) return [{ name, skipped: "LCQMC is not there (set ZHANGGUI_DATA)" }];
  const chosen = pairs.slice(0, quick ? 1_000 : MOST);
  const pairsOnly = recallAt1(chosen, pairHan);
  const dictionary = recallAt1(chosen, wordsOfHan);
  return [
    {
      name,
      value: recallAt1(chosen, segmentHan),
      unit: "",
      target: { is: "≥", value: Math.max(pairsOnly, dictionary) },
      bound: { label: "Intl.Segmenter", value: dictionary },
      note: `${chosen.length} questions; pairs of characters ${pairsOnly.toFixed(4)}`,
    },
  ];
}

function recallAt1(pairs: readonly [string, string][], segment: (text: string) => string[]): number {
  const index = indexBm25(pairs.map(([, text]) => ({ title: segment(text), body: [] })));
  const found = pairs.filter(([question], at) => {
    const scores = scoreBm25(index, segment(question));
    return scores.every((score, other) => other === at || score < scores[at]!);
  });
  return found.length / pairs.length;
}

function readPairs(): [string, string][] | null {
  const file = join(PUBLIC_DATA, "customer-service", "zh_lcqmc_pairs_dev.csv.gz");
  if (!existsSync(file)) return null;
  const rows: string[][] = parse(gunzipSync(readFileSync(file)), { relax_column_count: true, bom: true });
  const seen = new Set<string>();
  return rows.flatMap((row): [string, string][] => {
    const [first, second] = row;
    if (row.at(-1)?.trim() !== "1" || !first || !second || seen.has(second)) return [];
    seen.add(second);
    return [[first, second]];
  });
}
