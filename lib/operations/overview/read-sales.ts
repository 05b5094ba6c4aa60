import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** One counted day: amounts in minor units of the base currency. */
export interface SalesDay {
  orders: number;
  grossMinor: number;
  refundMinor: number;
}

/** Orders, revenue and refunds of each day between the bounds. */
export async function readSales(tx: Transaction, merchantId: string, bounds: Date[]): Promise<SalesDay[]> {
  const first = bounds[0]!.toISOString();
  const end = bounds.at(-1)!.toISOString();
  const starts = JSON.stringify(bounds.map((bound) => bound.toISOString()));
  const rows = await tx.execute<{ day: number; orders: number; gross: number; refund: number }>(sql`
    WITH b AS MATERIALIZED (
      SELECT array_agg(value::timestamptz ORDER BY ordinality) AS starts
      FROM jsonb_array_elements_text(${starts}::jsonb) WITH ORDINALITY)
    SELECT width_bucket(placed_at, (SELECT starts FROM b)) AS day, count(*) AS orders,
      sum(base_total_minor)::bigint AS gross, 0::bigint AS refund
    FROM orders WHERE merchant_id = ${merchantId} AND placed_at >= ${first}::timestamptz
      AND placed_at < ${end}::timestamptz AND status NOT IN ('pending', 'cancelled') GROUP BY 1
    UNION ALL
    SELECT width_bucket(returned_at, (SELECT starts FROM b)), 0, 0, sum(base_refund_minor)::bigint
    FROM returns WHERE merchant_id = ${merchantId} AND returned_at >= ${first}::timestamptz
      AND returned_at < ${end}::timestamptz AND status <> 'rejected' GROUP BY 1`);
  const days = Array.from({ length: bounds.length - 1 }, () => ({
    orders: 0,
    grossMinor: 0,
    refundMinor: 0,
  }));
  for (const row of rows) {
    const day = days[row.day - 1]!;
    day.orders += row.orders;
    day.grossMinor += row.gross;
    day.refundMinor += row.refund;
  }
  return days;
}
