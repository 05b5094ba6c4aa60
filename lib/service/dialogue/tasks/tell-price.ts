import { formatMoney } from "@/lib/core/money";
import { nameOf, pricedSlot, readProduct } from "../slots/product-slot";
import type { Task } from "../task";
import { localeOf } from "../words";

/** What a product costs now. */
export const tellPrice: Task = {
  id: "tell_price",
  opensOn: ["product_price"],
  slots: { product: pricedSlot },
  async answer(dialogue, values) {
    const product = await readProduct(dialogue, values);
    const price = formatMoney(product.price, localeOf(dialogue.language));
    return {
      text: dialogue.words("price.now", { name: nameOf(product, dialogue.language), price }),
      sources: [{ type: "product", id: product.id, label: product.sku }],
    };
  },
};
