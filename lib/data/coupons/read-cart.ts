import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import { currentCustomer } from "../records";
import type { CartLine } from "./judge-coupon";

export interface PricedProduct {
  productId: string;
  quantity: number;
  unitPriceMinor?: number | undefined;
}

interface ProductFacts extends Record<string, unknown> {
  id: string;
  price_minor: number;
  currency: string;
  category_ids: string[];
}

/**
 * The lines of a cart with what rules look at.
 * @throws AppError `invalid_input` for a product that the shop does not sell, or whose price nobody knows.
 */
export async function readCartLines(
  tx: Transaction,
  merchantId: string,
  lines: readonly PricedProduct[],
  currency: string,
): Promise<CartLine[]> {
  const ids = JSON.stringify(lines.map(({ productId }) => productId));
  const rows = await tx.execute<ProductFacts>(sql`
    SELECT p.id, p.price_minor, p.currency, ARRAY(
      WITH RECURSIVE above AS (
        SELECT c.id, c.parent_id FROM product_categories pc
        JOIN categories c ON c.merchant_id = pc.merchant_id AND c.id = pc.category_id
        WHERE pc.merchant_id = p.merchant_id AND pc.product_id = p.id
        UNION SELECT c.id, c.parent_id FROM categories c
        JOIN above ON c.merchant_id = ${merchantId} AND c.id = above.parent_id)
      SELECT id::text FROM above) AS category_ids
    FROM products p WHERE p.merchant_id = ${merchantId} AND p.status <> 'draft'
      AND p.id IN (SELECT jsonb_array_elements_text(${ids}::jsonb)::uuid)`);
  const products = new Map(rows.map((row) => [row.id, row]));
  return lines.map(({ productId, quantity, unitPriceMinor }, at) => {
    const product = products.get(productId);
    if (!product) throw wrongLine(at, "productId", "There is no such product.");
    const unit = unitPriceMinor ?? (product.currency === currency ? product.price_minor : undefined);
    if (unit === undefined)
      throw wrongLine(at, "unitPriceMinor", `Give the price: the shop's own is in ${product.currency}.`);
    const totalMinor = unit * quantity;
    if (!Number.isSafeInteger(totalMinor)) throw wrongLine(at, "unitPriceMinor", "The amount is too large.");
    return { productId, categoryIds: product.category_ids, totalMinor };
  });
}

/** How often a customer has used each coupon; orders that were cancelled do not count. */
export async function readUses(
  tx: Transaction,
  merchantId: string,
  customerId: string,
): Promise<Map<string, number>> {
  const rows = await tx.execute<{ coupon_id: string; uses: number }>(sql`
    SELECT u.coupon_id, count(*) AS uses FROM coupon_uses u
    JOIN orders o ON o.merchant_id = u.merchant_id AND o.id = u.order_id
    WHERE u.merchant_id = ${merchantId} AND o.status <> 'cancelled'
      AND o.customer_id = ${currentCustomer(merchantId, customerId)}
    GROUP BY u.coupon_id`);
  return new Map(rows.map((row) => [row.coupon_id, row.uses]));
}

function wrongLine(at: number, field: string, message: string): AppError {
  const path = `cart.lines.${at}.${field}`;
  return new AppError("invalid_input", `${path}: ${message}`, { issues: [{ path, message }] });
}
