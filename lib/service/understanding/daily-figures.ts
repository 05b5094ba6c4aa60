import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { readTextModelCard } from "@/lib/platform/models/text-model";
import type { ShopPeriod } from "@/lib/platform/shop";

/** Figures of the messages of a day in a language; sums, so that they can be added up. */
export interface DailyFigures {
  /** YYYY-MM-DD in the shop's time zone. */
  day: string;
  language: "zh" | "en" | "es" | "other";
  messages: number;
  confidenceSum: number;
  lowConfidence: number;
  reviewed: number;
  corrected: number;
}

/** Customer messages with something to understand, by the shop's days. */
export async function readDailyFigures(
  tx: Transaction,
  ctx: Context,
  period: Pick<ShopPeriod, "start" | "end" | "timeZone">,
): Promise<DailyFigures[]> {
  const { lowConfidence } = await readTextModelCard();
  const rows = await tx.execute<{
    day: string;
    language: DailyFigures["language"];
    messages: number;
    confidence_sum: number;
    low_confidence: number;
    reviewed: number;
    corrected: number;
  }>(sql`
    SELECT (m.created_at AT TIME ZONE ${period.timeZone})::date::text AS day, coalesce(m.language, 'other') AS language,
      count(*)::int AS messages, sum(m.confidence)::float8 AS confidence_sum,
      count(*) FILTER (WHERE m.confidence < ${lowConfidence})::int AS low_confidence,
      count(c.intent)::int AS reviewed, count(*) FILTER (WHERE c.intent <> m.intent)::int AS corrected
    FROM messages m
    LEFT JOIN intent_corrections c ON c.merchant_id = m.merchant_id AND c.message_id = m.id
    WHERE m.merchant_id = ${ctx.merchantId} AND m.author = 'customer' AND m.intent IS NOT NULL AND m.confidence > 0
      AND m.created_at >= ${period.start.toISOString()}::timestamptz
      AND m.created_at < ${period.end.toISOString()}::timestamptz
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return [...rows].map(({ confidence_sum, low_confidence, ...row }) => ({
    ...row,
    confidenceSum: confidence_sum,
    lowConfidence: low_confidence,
  }));
}

/** Adds figures up; of none, all are zero. */
export function addFigures(figures: readonly DailyFigures[]): Omit<DailyFigures, "day" | "language"> {
  const total = { messages: 0, confidenceSum: 0, lowConfidence: 0, reviewed: 0, corrected: 0 };
  for (const one of figures) {
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += one[key];
  }
  return total;
}
