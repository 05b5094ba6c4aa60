import type { ProductDto } from "@/lib/data/catalog/schemas";
import { nameOf } from "./slots/product-slot";
import type { Language } from "./types";
import { botWords } from "./words";

/** What the bot writes to whoever wanted to know when a product is back. */
export function restockMessage(language: Language, product: Pick<ProductDto, "name">): string {
  return botWords(language)("stock.back", { name: nameOf(product, language) });
}
