import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { calendarDay } from "@/lib/core/dates";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { computeKpis, netMinor } from "./kpis";
import { countDays } from "./period";
import { readDesk } from "./read-desk";
import { readSales } from "./read-sales";
import { readStockAlerts } from "./read-stock-alerts";
import { readVisitors } from "./read-visitors";
import { type GetOverviewInput, getOverviewInput, type OverviewDto } from "./schemas";

/** What the overview page shows, from one transaction: figures of a period, the desk and stock as they are now. */
export async function getOverview(ctx: Context, raw: GetOverviewInput): Promise<OverviewDto> {
  requirePermission(ctx, "metrics:read");
  const { from, to, compare } = parseInput(getOverviewInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const now = ctx.now();
    const shop = await readShop(tx, ctx.merchantId);
    const { days, previousDays, bounds } = countDays(from, to, compare, shop.timeZone);
    const sales = await readSales(tx, ctx.merchantId, bounds);
    const visitors = await readVisitors(tx, ctx.merchantId, bounds, previousDays.length);
    const current = sales.slice(previousDays.length);
    const previous = compare === "previous" ? sales.slice(0, previousDays.length) : null;
    return {
      period: { from, to, days: days.length },
      comparison: previous && { from: previousDays[0]!, to: previousDays.at(-1)! },
      timeZone: shop.timeZone,
      currency: shop.currency,
      asOf: now.toISOString(),
      kpis: computeKpis(current, previous, visitors),
      revenue: days.map((day, at) => ({
        day,
        currentMinor: netMinor(current[at]!),
        previousDay: previousDays[at] ?? null,
        previousMinor: previous && netMinor(previous[at]!),
      })),
      conversations: await readDesk(tx, ctx.merchantId),
      stock: await readStockAlerts(tx, ctx.merchantId, now),
      dataRange: shop.dataRange,
    };
  });
}

interface Shop {
  timeZone: string;
  currency: string;
  dataRange: OverviewDto["dataRange"];
}

async function readShop(tx: Transaction, merchantId: string): Promise<Shop> {
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
