import { formatMoney } from "@/lib/core/money";
import { lookUpStock } from "@/lib/data/catalog";
import { saidOf } from "../reading/describe-variant";
import { articleIn, pricedOrArticleSlot } from "../slots/product-or-article-slot";
import { labelOf, madeOf, nameOf, readProduct } from "../slots/product-slot";
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
    const { language, words, turn } = dialogue;
    const price = formatMoney(product.price, localeOf(language));
    const stock = await lookUpStock(dialogue.ctx, { productId: product.id });
    const made = [stock, ...stock.variants].map((one) => madeOf(one, language));
    // "And the blue one in M?" is told that there is none.
    const isSoldOut = stock.available <= 0 && Object.keys(saidOf(turn.text, made)).length > 0;
    const name = isSoldOut ? labelOf(product, language) : nameOf(product, language);
    return {
      text: words(isSoldOut ? "productInfo.soldOut" : "price.now", { name, price }),
      sources: [{ type: "product", id: product.id, label: product.sku }],
    };
  },
};
