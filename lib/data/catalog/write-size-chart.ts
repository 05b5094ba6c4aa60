import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import type { sizeChartSchema } from "./schemas";

/** Stores the chart with the product and takes away those of its variants, so that a group has one. Audited. */
export async function writeSizeChart(
  tx: Transaction,
  ctx: Context,
  productId: string,
  chart: z.output<typeof sizeChartSchema> | null,
): Promise<void> {
  const now = ctx.now().toISOString();
  const written = await tx.execute(sql`
    WITH chosen AS (
      SELECT id, variant_group FROM products WHERE merchant_id = ${ctx.merchantId} AND id = ${productId})
    UPDATE products p
    SET size_chart = CASE WHEN p.id = chosen.id THEN ${chart && JSON.stringify(chart)}::jsonb END,
      updated_at = ${now}::timestamptz
    FROM chosen
    WHERE p.merchant_id = ${ctx.merchantId}
      AND (p.id = chosen.id OR (p.variant_group = chosen.variant_group AND p.size_chart IS NOT NULL))
    RETURNING p.id`);
  if (written.length === 0) throw notFound("product");
  await recordAudit(tx, ctx, {
    action: chart ? "product.size_chart_set" : "product.size_chart_removed",
    subject: { type: "product", id: productId },
    details: chart ? { sizes: chart.sizes.map(({ label }) => label) } : {},
  });
}
