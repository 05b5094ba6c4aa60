import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { readSizeChart } from "./read-size-chart";
import { type CopiedSizeChartDto, type CopySizeChartInput, copySizeChartInput } from "./schemas";
import { writeSizeChart } from "./write-size-chart";

/** Gives other products, and so their variant groups, the chart of one: all of them or none. */
export async function copySizeChart(ctx: Context, raw: CopySizeChartInput): Promise<CopiedSizeChartDto> {
  requirePermission(ctx, "products:write");
  const { productId, toProductIds } = parseInput(copySizeChartInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { chart } = await readSizeChart(tx, ctx.merchantId, productId);
    if (!chart) throw new AppError("conflict", "This product has no size chart to copy. Write one first.");
    const targets = [...new Set(toProductIds)].filter((id) => id !== productId).sort();
    for (const id of targets) await writeSizeChart(tx, ctx, id, chart);
    return { productId, chart, copiedTo: targets };
  });
}
