import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { OverviewDto, StockAlertDto } from "./schemas";

const ALERTS_SHOWN = 5;
const PACE_DAYS = 28;
const DAY_MS = 86_400_000;

interface AlertRow extends Record<string, unknown> {
  alerts: number;
  id: string;
  sku: string;
  name: StockAlertDto["name"];
  available: number;
  reorder_point: number;
  sold: number;
}

/** Active products at or below their reorder point; first those that will be sold out soonest. */
export async function readStockAlerts(
  tx: Transaction,
  merchantId: string,
  now: Date,
): Promise<OverviewDto["stock"]> {
  const since = new Date(now.getTime() - PACE_DAYS * DAY_MS).toISOString();
  const rows = await tx.execute<AlertRow>(sql`
    WITH alert AS MATERIALIZED (
      SELECT id, sku, name, on_hand::bigint - reserved AS available, reorder_point FROM products
      WHERE merchant_id = ${merchantId} AND status = 'active' AND on_hand::bigint - reserved <= reorder_point),
    sold AS (
      SELECT l.product_id, sum(l.quantity)::bigint AS units
      FROM orders o JOIN order_lines l ON l.merchant_id = o.merchant_id AND l.order_id = o.id
      WHERE o.merchant_id = ${merchantId} AND o.placed_at >= ${since}::timestamptz
        AND o.placed_at < ${now.toISOString()}::timestamptz AND o.status NOT IN ('pending', 'cancelled')
        AND l.product_id IN (SELECT id FROM alert) GROUP BY 1)
    SELECT count(*) OVER () AS alerts, a.*, coalesce(s.units, 0)::bigint AS sold
    FROM alert a LEFT JOIN sold s ON s.product_id = a.id
    ORDER BY greatest(a.available, 0)::float8 / nullif(s.units, 0) NULLS LAST, a.available - a.reorder_point, a.id
    LIMIT ${ALERTS_SHOWN}`);
  return { alerts: rows[0]?.alerts ?? 0, top: rows.map(toAlert) };
}

function toAlert(row: AlertRow): StockAlertDto {
  return {
    productId: row.id,
    sku: row.sku,
    name: row.name,
    available: row.available,
    reorderPoint: row.reorder_point,
    sold28Days: row.sold,
    daysOfCover: row.sold > 0 ? (Math.max(row.available, 0) / row.sold) * PACE_DAYS : null,
  };
}
