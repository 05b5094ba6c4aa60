import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { computeKpis, netMinor } from "./kpis";
import { countDays } from "./period";
import { readDesk } from "./read-desk";
import { readSales } from "./read-sales";
import { readShop } from "./read-shop";
import { readStockAlerts } from "./read-stock-alerts";
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
    const current = sales.slice(previousDays.length);
    const previous = compare === "previous" ? sales.slice(0, previousDays.length) : null;
    return {
      period: { from, to, days: days.length },
      comparison: previous && { from: previousDays[0]!, to: previousDays.at(-1)! },
      timeZone: shop.timeZone,
      currency: shop.currency,
      asOf: now.toISOString(),
      kpis: computeKpis(current, previous),
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
