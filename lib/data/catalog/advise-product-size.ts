import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { adviseSize } from "@/lib/intelligence/sizing";
import { readSizeChart } from "./read-size-chart";
import { readStock, toStockDto } from "./read-stock";
import {
  type AdviseProductSizeInput,
  adviseProductSizeInput,
  type ProductSizeAdviceDto,
  type StockDto,
} from "./schemas";

/** Which size of a product fits a body, why, and whether it can be had. What was measured is not kept. */
export async function adviseProductSize(
  ctx: Context,
  raw: AdviseProductSizeInput,
): Promise<ProductSizeAdviceDto> {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "orders:service");
  const { productId, body, preference } = parseInput(adviseProductSizeInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { chart, variantGroup } = await readSizeChart(tx, ctx.merchantId, productId);
    if (!chart) return { isPossible: false, reason: "no_size_chart", needs: [] };
    const advice = adviseSize(chart, body, preference);
    if (advice.label === null) return { isPossible: false, reason: advice.reason, needs: advice.needs };
    const sizes = await findSizes(tx, ctx.merchantId, { productId, variantGroup, label: advice.label });
    const [variant = null, ...others] = sizes;
    const isThere = ({ available }: StockDto) => available > 0;
    const elsewhere = variant && !isThere(variant) ? (others.find(isThere) ?? null) : null;
    return { isPossible: true, ...advice, variant, elsewhere };
  });
}

/** The products of the group whose `size` option is the label, those first that differ least from what was asked about. */
async function findSizes(
  tx: Transaction,
  merchantId: string,
  wanted: { productId: string; variantGroup: string | null; label: string },
): Promise<StockDto[]> {
  if (wanted.variantGroup === null) return [];
  const group = await readStock(tx, merchantId, sql`p.variant_group = ${wanted.variantGroup}`);
  const asked = group.find(({ productId }) => productId === wanted.productId);
  const label = wanted.label.toUpperCase();
  const ofSize = group.filter(({ options }) =>
    Object.values(options?.size ?? {}).some((name) => name?.toUpperCase() === label),
  );
  const shared = ({ options }: (typeof group)[number]) =>
    Object.entries(options ?? {}).filter(
      ([name, value]) => name !== "size" && JSON.stringify(value) === JSON.stringify(asked?.options?.[name]),
    ).length;
  return ofSize.sort((a, b) => shared(b) - shared(a)).map(toStockDto);
}
