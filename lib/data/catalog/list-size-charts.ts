import { sql } from "drizzle-orm";
import type { LocalizedName } from "@/db/schema/catalog";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern, orderBy } from "../records";
import {
  type ListSizeChartsInput,
  listSizeChartsInput,
  type SizeChartSummaryDto,
  sizeChartSchema,
} from "./schemas";

interface HeadRow extends Record<string, unknown> {
  id: string;
  sku: string;
  name: LocalizedName;
  variant_group: string | null;
  products: number;
  size_chart: unknown;
}

/**
 * What has a size chart, one entry a variant group; or what is sold in sizes and has none (`state: "without"`). Named
 * by the product that holds the chart, else by the first of its group.
 */
export async function listSizeCharts(
  ctx: Context,
  raw: ListSizeChartsInput = {},
): Promise<Page<SizeChartSummaryDto>> {
  requirePermission(ctx, "products:read");
  const { limit, cursor, state, q } = parseInput(listSizeChartsInput, raw);
  const order = { value: sql`p.sku`, type: "text" as const, id: sql`p.id`, descending: false };
  const wanted = q ? likePattern(q, "anywhere") : null;
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx.execute<HeadRow>(sql`
      WITH heads AS (
        SELECT (array_agg(id ORDER BY size_chart IS NULL, sku, id))[1] AS id, count(*)::int AS products,
          bool_or(size_chart IS NOT NULL) AS has_chart, bool_or(options ? 'size') AS has_sizes
        FROM products WHERE merchant_id = ${ctx.merchantId} AND status <> 'archived'
        GROUP BY coalesce(variant_group, id::text))
      SELECT p.id, p.sku, p.name, p.variant_group, h.products, p.size_chart
      FROM heads h JOIN products p ON p.merchant_id = ${ctx.merchantId} AND p.id = h.id
      WHERE ${state === "with" ? sql`h.has_chart` : sql`h.has_sizes AND NOT h.has_chart`}
        AND ${wanted ? sql`(p.sku ILIKE ${wanted} OR p.name::text ILIKE ${wanted})` : sql`true`}
        AND ${afterCursor(order, decodeCursor(cursor))}
      ORDER BY ${orderBy(order)} LIMIT ${limit + 1}`);
    return toPage([...rows], limit, toSummary, ({ sku, id }) => ({ value: sku, id }));
  });
}

function toSummary(row: HeadRow): SizeChartSummaryDto {
  return {
    productId: row.id,
    sku: row.sku,
    name: row.name,
    ...(row.variant_group === null ? {} : { variantGroup: row.variant_group }),
    products: row.products,
    chart: row.size_chart === null ? null : sizeChartSchema.parse(row.size_chart),
  };
}
