import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LocalizedName } from "@/db/schema/catalog";
import type { StockDto } from "./schemas";

export interface Stock {
  productId: string;
  sku: string;
  name: LocalizedName;
  options: Record<string, LocalizedName> | null;
  variantGroup: string | null;
  price: { amountMinor: number; currency: string };
  available: number;
}

interface StockRow extends Record<string, unknown> {
  id: string;
  sku: string;
  name: LocalizedName;
  options: Record<string, LocalizedName> | null;
  variant_group: string | null;
  price_minor: number;
  currency: string;
  available: number;
}

/**
 * Pieces on hand less those reserved by the shop's own system and those promised in exchanges that have not ended.
 * `p` is the product.
 */
export const AVAILABLE_PIECES = sql`greatest(0, p.on_hand::bigint - p.reserved - coalesce((
  SELECT sum(rl.quantity) FROM return_lines rl
  JOIN returns r ON r.merchant_id = rl.merchant_id AND r.id = rl.return_id
  WHERE rl.merchant_id = p.merchant_id AND rl.exchange_product_id = p.id
    AND r.status IN ('requested', 'approved', 'received')), 0))::bigint`;

/** Products that are sold, with what is left of them. */
export async function readStock(tx: Transaction, merchantId: string, where: SQL): Promise<Stock[]> {
  const rows = await tx.execute<StockRow>(sql`
    SELECT p.id, p.sku, p.name, p.options, p.variant_group, p.price_minor, p.currency, ${AVAILABLE_PIECES} AS available
    FROM products p WHERE p.merchant_id = ${merchantId} AND p.status = 'active' AND ${where}
    ORDER BY p.sku, p.id LIMIT 200`);
  return rows.map((row) => ({
    productId: row.id,
    sku: row.sku,
    name: row.name,
    options: row.options,
    variantGroup: row.variant_group,
    price: { amountMinor: row.price_minor, currency: row.currency },
    available: row.available,
  }));
}

/**
 * Products by id, behind a lock on each: what is promised of them now is not promised again beside it. In the order
 * in which upserts lock them, so that the two cannot deadlock.
 */
export async function lockStock(
  tx: Transaction,
  merchantId: string,
  productIds: readonly string[],
): Promise<Map<string, Stock>> {
  const ids = sql`(SELECT jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb)::uuid)`;
  await tx.execute(sql`
    SELECT id FROM products WHERE merchant_id = ${merchantId} AND id IN ${ids}
    ORDER BY external_id FOR UPDATE`);
  const stock = await readStock(tx, merchantId, sql`p.id IN ${ids}`);
  return new Map(stock.map((one) => [one.productId, one]));
}

export function toStockDto({ variantGroup: _, options, ...stock }: Stock): StockDto {
  return { ...stock, options: options ?? {} };
}
