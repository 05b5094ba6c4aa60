import { adviseProductSize } from "@/lib/data/catalog";
import type { ProductSizeAdviceDto } from "@/lib/data/catalog/schemas";
import { bodyIn, bodySlot } from "../slots/body-slot";
import { anyVariantSlot, labelOf, nameOf, readProduct } from "../slots/product-slot";
import type { Answer, Dialogue, Task } from "../task";
import { GAPS } from "../words";

/** Which size fits, by the product's chart, why, and whether it can be had. */
export const adviseSize: Task = {
  id: "advise_size",
  opensOn: ["size_advice"],
  slots: { product: anyVariantSlot, body: bodySlot },
  async answer(dialogue, values) {
    const product = await readProduct(dialogue, values);
    const advice = await adviseProductSize(dialogue.ctx, { productId: product.id, ...bodyIn(values) });
    const answer = adviceAnswer(dialogue, nameOf(product, dialogue.language), advice);
    const sized = advice.isPossible ? (advice.variant ?? advice.elsewhere) : null;
    const remember = sized ? { remember: { productId: sized.productId } } : {};
    return { ...answer, ...remember, sources: [{ type: "product", id: product.id, label: product.sku }] };
  },
};

function adviceAnswer({ words, language }: Dialogue, name: string, advice: ProductSizeAdviceDto): Answer {
  if (!advice.isPossible) {
    if (advice.reason === "no_size_chart")
      return { text: words("size.noChart", { name }), handoff: "unsupported_intent" };
    return { text: words(`size.${advice.reason}`, { name }) };
  }
  const { label, confidence, alternative, reasons, variant, elsewhere } = advice;
  const why = reasons.map(({ measure, value, from, to }) =>
    words("size.reason", { measure: words(`size.measure.${measure}`), value, from, to }),
  );
  return {
    text: [
      words(`size.advice.${confidence}`, { name, size: label }),
      why.join(GAPS[language].clause),
      ...(alternative ? [words("size.alternative", { size: alternative })] : []),
      ...(elsewhere
        ? [words("size.elsewhere", { size: label, name: labelOf(elsewhere, language) })]
        : variant && variant.available <= 0
          ? [words("size.soldOut", { size: label })]
          : []),
    ].join("\n"),
  };
}
