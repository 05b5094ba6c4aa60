import { formatMoney } from "@/lib/core/money";
import { lookUpStock } from "@/lib/data/catalog";
import type { ProductDto } from "@/lib/data/catalog/schemas";
import { articleIn, productOrArticleSlot } from "../slots/product-or-article-slot";
import { nameOf, readProduct } from "../slots/product-slot";
import type { Dialogue, Task } from "../task";
import { localeOf } from "../words";

/** What is asked about a product: from an article, else what the catalogue knows, and a word that this is all. */
export const answerProductQuestion: Task = {
  id: "answer_product_question",
  opensOn: ["product_info", "product_usage"],
  slots: { product: productOrArticleSlot },
  async answer(dialogue, values) {
    const article = articleIn(values);
    if (article) return article;
    const product = await readProduct(dialogue, values);
    const facts = await catalogFacts(dialogue, product);
    const text = [...facts, dialogue.words("productInfo.more")].join("\n");
    return { text, sources: [{ type: "product", id: product.id, label: product.sku }] };
  },
};

async function catalogFacts(dialogue: Dialogue, product: ProductDto): Promise<string[]> {
  const { ctx, words, language } = dialogue;
  const stock = await lookUpStock(ctx, { productId: product.id });
  const isThere = product.status === "active" && stock.available > 0;
  const made = [stock, ...stock.variants].flatMap(({ options }) => Object.values(options));
  const kinds = [...new Set(made.map((name) => nameOf({ name }, language)))];
  return [
    words(isThere ? "productInfo.inStock" : "productInfo.soldOut", {
      name: nameOf(product, language),
      price: formatMoney(product.price, localeOf(language)),
    }),
    ...(kinds.length > 1
      ? [words("productInfo.kinds", { kinds: new Intl.ListFormat(localeOf(language)).format(kinds) })]
      : []),
  ];
}
