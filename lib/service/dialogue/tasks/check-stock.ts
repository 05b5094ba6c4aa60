import { nameOf, productSlot, readProduct } from "../slots/product-slot";
import type { Task } from "../task";

/** From here on the exact number is nobody's need. */
const MANY = 10;

/** Whether a product can be bought now. */
export const checkStock: Task = {
  id: "check_stock",
  opensOn: ["product_availability"],
  slots: { product: productSlot },
  async answer(dialogue, values) {
    const product = await readProduct(dialogue, values);
    const name = nameOf(product, dialogue.language);
    const available = product.status === "active" ? product.stock.onHand - product.stock.reserved : 0;
    const key = available <= 0 ? "stock.none" : available < MANY ? "stock.few" : "stock.many";
    return {
      text: dialogue.words(key, { name, count: available }),
      sources: [{ type: "product", id: product.id, label: product.sku }],
    };
  },
};
