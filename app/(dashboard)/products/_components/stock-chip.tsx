import { Badge } from "@/components/ui/badge";
import type { ProductDto } from "@/lib/data/catalog/schemas";

/** What can still be sold: none, too little by the reorder point, or enough. */
export function stockLevel({ stock, reorderPoint }: Pick<ProductDto, "stock" | "reorderPoint">) {
  const available = stock.onHand - stock.reserved;
  if (available <= 0) return "out";
  return reorderPoint !== undefined && available <= reorderPoint ? "low" : "enough";
}

interface StockChipProps {
  product: Pick<ProductDto, "stock" | "reorderPoint">;
  labels: { low: string; out: string };
}

/** Says in words that stock is low or gone; says nothing while there is enough. */
export function StockChip({ product, labels }: StockChipProps) {
  const level = stockLevel(product);
  if (level === "enough") return null;
  return <Badge tone={level === "out" ? "cinnabar" : "amber"}>{labels[level]}</Badge>;
}
