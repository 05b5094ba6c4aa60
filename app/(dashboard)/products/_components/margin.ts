import type { ProductDto } from "@/lib/data/catalog/schemas";

/** Gross margin as a share of the price; null where the cost is not known or the price is nothing. */
export function marginOf({ price, cost }: Pick<ProductDto, "price" | "cost">): number | null {
  if (!cost || price.amountMinor === 0) return null;
  return (price.amountMinor - cost.amountMinor) / price.amountMinor;
}
