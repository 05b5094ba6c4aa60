import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { readStock, toStockDto } from "./read-stock";
import { type StockLookupDto, stockInput } from "./schemas";

/** How many pieces of a product can be had, and of its other colours, materials or sizes. Customers may know it. */
export async function lookUpStock(ctx: Context, raw: { productId: string }): Promise<StockLookupDto> {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "products:read");
  const { productId } = parseInput(stockInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [product] = await readStock(tx, ctx.merchantId, sql`p.id = ${productId}`);
    if (!product) throw notFound("product");
    const group = product.variantGroup;
    const siblings = sql`p.variant_group = ${group} AND p.id <> ${productId}`;
    const variants = group === null ? [] : await readStock(tx, ctx.merchantId, siblings);
    return { ...toStockDto(product), variants: variants.map(toStockDto) };
  });
}
