import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { readSizeChart } from "./read-size-chart";
import { type ProductSizeChartDto, type SetSizeChartInput, setSizeChartInput, stockInput } from "./schemas";
import { writeSizeChart } from "./write-size-chart";

/** Gives a product its size chart, or takes it away. One chart serves all variants of a group, and there is one. */
export async function setSizeChart(ctx: Context, raw: SetSizeChartInput): Promise<ProductSizeChartDto> {
  requirePermission(ctx, "products:write");
  const { productId, chart } = parseInput(setSizeChartInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await writeSizeChart(tx, ctx, productId, chart);
    return { productId, chart };
  });
}

/** The chart of a product or of its variant group; null where there is none. */
export async function getSizeChart(ctx: Context, raw: { productId: string }): Promise<ProductSizeChartDto> {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "products:read");
  const { productId } = parseInput(stockInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { chart } = await readSizeChart(tx, ctx.merchantId, productId);
    return { productId, chart };
  });
}
