import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

export interface VisitorCount {
  visitors: number;
  buyers: number;
}

export interface VisitorCounts {
  current: VisitorCount;
  previous: VisitorCount;
  /** By day of the current period. */
  days: VisitorCount[];
}

/**
 * Counts visitors (a customer, else a browser) and those with a purchase, by day and over each period: over a
 * period a visitor counts once, so that it is not the sum of its days.
 * @param previousLength how many of the days between the bounds are the comparison's.
 */
export async function readVisitors(
  tx: Transaction,
  merchantId: string,
  bounds: Date[],
  previousLength: number,
): Promise<VisitorCounts> {
  const starts = JSON.stringify(bounds.map((bound) => bound.toISOString()));
  // Tens of thousands of visitors fit in memory; the default would spill them to disk.
  await tx.execute(sql`SELECT set_config('work_mem', '64MB', true)`);
  const rows = await tx.execute<{ period: number; day: number | null; visitors: number; buyers: number }>(sql`
    WITH b AS MATERIALIZED (
      SELECT array_agg(value::timestamptz ORDER BY ordinality) AS starts
      FROM jsonb_array_elements_text(${starts}::jsonb) WITH ORDINALITY),
    seen AS MATERIALIZED (
      SELECT width_bucket(occurred_at, (SELECT starts FROM b)) AS day,
        customer_id, CASE WHEN customer_id IS NULL THEN anonymous_id END AS browser,
        bool_or(type = 'purchase') AS bought
      FROM events WHERE merchant_id = ${merchantId} AND occurred_at >= ${bounds[0]!.toISOString()}::timestamptz
        AND occurred_at < ${bounds.at(-1)!.toISOString()}::timestamptz
        AND (customer_id IS NOT NULL OR anonymous_id IS NOT NULL) GROUP BY 1, 2, 3)
    SELECT 1 AS period, day, count(*) AS visitors, count(*) FILTER (WHERE bought) AS buyers
    FROM seen WHERE day > ${previousLength} GROUP BY day
    UNION ALL
    SELECT period, NULL, count(*), count(*) FILTER (WHERE bought) FROM (
      SELECT (day > ${previousLength})::int AS period, bool_or(bought) AS bought
      FROM seen GROUP BY 1, customer_id, browser) v GROUP BY period`);
  const none = () => ({ visitors: 0, buyers: 0 });
  const days = Array.from({ length: bounds.length - 1 - previousLength }, none);
  const counts: VisitorCounts = { current: none(), previous: none(), days };
  for (const { period, day, visitors, buyers } of rows) {
    if (day !== null) days[day - previousLength - 1] = { visitors, buyers };
    else counts[period === 1 ? "current" : "previous"] = { visitors, buyers };
  }
  return counts;
}
