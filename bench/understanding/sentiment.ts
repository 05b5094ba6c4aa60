import { understandTexts } from "../../lib/platform/models/understand-text";
import type { Line } from "../measure";
import { REVIEW_SETS, readReviews } from "./data";

/** Sentiment on clear reviews of real customers: the larger of positive and negative decides. */
export async function benchSentiment({ quick }: { quick: boolean }): Promise<Line[]> {
  const lines: Line[] = [];
  for (const set of REVIEW_SETS) {
    const name = `Sentiment, ${set.name}: accuracy`;
    const reviews = readReviews(set);
    if (!reviews) {
      lines.push({ name, skipped: "not there (set ZHANGGUI_DATA)" });
      continue;
    }
    const chosen = everyNth(reviews, quick ? 200 : 2_000);
    const answers = await understandTexts(chosen.map(({ text }) => text));
    const right = chosen.filter(
      ({ label }, i) => (answers[i]!.sentiment.score > 0 ? "positive" : "negative") === label,
    );
    lines.push({
      name,
      value: right.length / chosen.length,
      unit: "",
      ...(set.leastAccuracy ? { target: { is: "≥", value: set.leastAccuracy } } : {}),
      note: `${chosen.length} reviews`,
    });
  }
  return lines;
}

/** About `count` items, evenly spread over the list. */
function everyNth<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)]!);
}
