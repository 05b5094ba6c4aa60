import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { conversionKpi } from "./kpis";
import { countDays } from "./period";
import { readShop } from "./read-shop";
import { readVisitors } from "./read-visitors";
import { type GetOverviewInput, getOverviewInput, type KpiDto } from "./schemas";

/**
 * The share of visitors who bought, 0 to 1. Apart from the other figures because it reads every event of the period,
 * which takes longer than all of them: a page need not wait for it.
 */
export async function getConversion(ctx: Context, raw: GetOverviewInput): Promise<KpiDto> {
  requirePermission(ctx, "metrics:read");
  const { from, to, compare } = parseInput(getOverviewInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { timeZone } = await readShop(tx, ctx.merchantId);
    const { previousDays, bounds } = countDays(from, to, compare, timeZone);
    const visitors = await readVisitors(tx, ctx.merchantId, bounds, previousDays.length);
    return conversionKpi(visitors, compare === "previous");
  });
}
