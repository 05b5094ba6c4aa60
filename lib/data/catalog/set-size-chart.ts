import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { readSizeChart } from "./read-size-chart";
import { type ProductSizeChartDto, type SetSizeChartInput, setSizeChartInput, stockInput } from "./schemas";

/** Gives a product its size chart, or takes it away. One chart serves all variants of a group. */
export async function setSizeChart(ctx: Context, raw: SetSizeChartInput): Promise<ProductSizeChartDto> {
  requirePermission(ctx, "products:write");
  const { productId, chart } = parseInput(setSizeChartInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const written = await tx.execute(sql`
      UPDATE products SET size_chart = ${chart && JSON.stringify(chart)}::jsonb,
        updated_at = ${ctx.now().toISOString()}::timestamptz
      WHERE merchant_id = ${ctx.merchantId} AND id = ${productId} RETURNING id`);
    if (written.length === 0) throw notFound("product");
    await recordAudit(tx, ctx, {
      action: chart ? "product.size_chart_set" : "product.size_chart_removed",
      subject: { type: "product", id: productId },
      details: chart ? { sizes: chart.sizes.map(({ label }) => label) } : {},
    });
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
