import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendarDay } from "@/lib/core/dates";
import { notFound } from "@/lib/core/errors";
import type { OverviewDto } from "./schemas";

/** What the overview needs to know of the shop before it counts. */
export interface Shop {
  timeZone: string;
  currency: string;
  dataRange: OverviewDto["dataRange"];
}

export async function readShop(tx: Transaction, merchantId: string): Promise<Shop> {
  const [row] = await tx.execute<{
    time_zone: string;
    base_currency: string;
    first_at: string | null;
    last_at: string | null;
  }>(sql`
    SELECT m.time_zone, m.base_currency,
      (SELECT min(placed_at) FROM orders WHERE merchant_id = ${merchantId}) AS first_at,
      (SELECT max(placed_at) FROM orders WHERE merchant_id = ${merchantId}) AS last_at
    FROM merchants m WHERE m.id = ${merchantId}`);
  if (!row) throw notFound("shop");
  const day = (instant: string) => calendarDay(new Date(instant), row.time_zone);
  return {
    timeZone: row.time_zone,
    currency: row.base_currency,
    dataRange: row.first_at && row.last_at ? { from: day(row.first_at), to: day(row.last_at) } : null,
  };
}
