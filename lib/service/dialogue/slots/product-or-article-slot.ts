import { answerFromKnowledge } from "../answer-from-knowledge";
import type { Answer, Slot, Values } from "../task";
import { anyVariantSlot, pricedSlot } from "./product-slot";

/** What a question about a product can be answered from: an article of the shop, else the product itself. */
export const productOrArticleSlot: Slot = {
  ...anyVariantSlot,
  async fill(dialogue, values, isAsked) {
    const article = isAsked ? null : await answerFromKnowledge(dialogue, true);
    if (article) return { is: "filled", filled: { value: article, label: article.text } };
    const outcome = await anyVariantSlot.fill(dialogue, values, isAsked);
    if (outcome.is !== "filled" || anyVariantSlot.hears(dialogue)) return outcome;
    // "How hot should the water be for it?"
    const ofIt = await answerFromKnowledge(dialogue, false, [outcome.filled.label]);
    return ofIt ? { ...outcome, filled: { value: ofIt, label: ofIt.text } } : outcome;
  },
};

/** Longer questions of a price name what they are about. */
const MOST_LETTERS_OF_IT = 20;

/** What something costs that may be no product, such as wrapping; a product that is named or was talked of goes first. */
export const pricedOrArticleSlot: Slot = {
  ...pricedSlot,
  async fill(dialogue, values, isAsked) {
    const isShort = (dialogue.turn.text.match(/\p{L}/gu) ?? []).length <= MOST_LETTERS_OF_IT;
    const isProduct = pricedSlot.hears(dialogue) || (dialogue.memory.productId !== undefined && isShort);
    const article = isAsked || isProduct ? null : await answerFromKnowledge(dialogue, false);
    if (article) return { is: "filled", filled: { value: article, label: article.text } };
    return pricedSlot.fill(dialogue, values, isAsked);
  },
};

/** The article's answer, where there is one. */
export const articleIn = (values: Values) =>
  typeof values.product!.value === "string" ? null : (values.product!.value as Answer);
