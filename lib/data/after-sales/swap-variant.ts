import type { Stock } from "../catalog";
import type { Refusal } from "./schemas";
import type { ServedLine } from "./served-order";

/**
 * What one piece of another variant costs above (below: negative) the line's own, in the order's currency: the
 * difference of today's list prices, so that what the customer got off stays off.
 */
export function priceDifference(
  line: ServedLine,
  variant: Pick<Stock, "price">,
  currency: string,
): { minor: number } | Refusal {
  const { list } = line;
  const unknown: Refusal = { isPossible: false, reason: "price_unknown", lineId: line.id };
  if (!list || list.currency !== variant.price.currency) return unknown;
  const minor = variant.price.amountMinor - list.amountMinor;
  // The shop's prices in other currencies are not kept: only no difference is certain there.
  return minor === 0 || currency === list.currency ? { minor } : unknown;
}

/** @returns the refusal where the product is not sold, or is no other kind of the line's. */
export function refuseVariant(
  line: ServedLine,
  variant: Stock | undefined,
  productId: string,
): Refusal | null {
  const isVariant = variant && line.variantGroup !== null && variant.variantGroup === line.variantGroup;
  return isVariant ? null : { isPossible: false, reason: "not_a_variant", lineId: line.id, productId };
}

/** @returns the refusal where fewer pieces are there than all lines together want of a product. */
export function refuseStock(
  wanted: ReadonlyMap<string, number>,
  stock: ReadonlyMap<string, Stock>,
): Refusal | null {
  for (const [productId, quantity] of wanted) {
    const available = stock.get(productId)?.available ?? 0;
    if (quantity > available) return { isPossible: false, reason: "out_of_stock", productId, available };
  }
  return null;
}
