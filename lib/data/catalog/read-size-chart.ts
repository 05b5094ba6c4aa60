import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { notFound } from "@/lib/core/errors";
import { sizeChartSchema } from "./schemas";

interface ChartRow extends Record<string, unknown> {
  variant_group: string | null;
  size_chart: unknown;
}

/** A product's own chart goes before one of its group. A draft is not there for customers. */
export async function readSizeChart(
  tx: Transaction,
  merchantId: string,
  productId: string,
): Promise<{ chart: z.output<typeof sizeChartSchema> | null; variantGroup: string | null }> {
  const [row] = await tx.execute<ChartRow>(sql`
    SELECT p.variant_group, coalesce(p.size_chart, (
      SELECT s.size_chart FROM products s WHERE s.merchant_id = p.merchant_id
        AND s.variant_group = p.variant_group AND s.size_chart IS NOT NULL ORDER BY s.sku, s.id LIMIT 1)) AS size_chart
    FROM products p WHERE p.merchant_id = ${merchantId} AND p.id = ${productId} AND p.status <> 'draft'`);
  if (!row) throw notFound("product");
  const chart = row.size_chart === null ? null : sizeChartSchema.parse(row.size_chart);
  return { chart, variantGroup: row.variant_group };
}
