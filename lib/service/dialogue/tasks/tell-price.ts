import { formatMoney } from "@/lib/core/money";
import { articleIn, pricedOrArticleSlot } from "../slots/product-or-article-slot";
import { nameOf, readProduct } from "../slots/product-slot";
import type { Task } from "../task";
import { localeOf } from "../words";

/** What a product costs now. */
export const tellPrice: Task = {
  id: "tell_price",
  opensOn: ["product_price"],
  slots: { product: pricedOrArticleSlot },
  async answer(dialogue, values) {
    const article = articleIn(values);
    if (article) return article;
    const product = await readProduct(dialogue, values);
    const price = formatMoney(product.price, localeOf(dialogue.language));
    return {
      text: dialogue.words("price.now", { name: nameOf(product, dialogue.language), price }),
      sources: [{ type: "product", id: product.id, label: product.sku }],
    };
  },
};
