import { lookUpStock } from "@/lib/data/catalog";
import type { StockDto } from "@/lib/data/catalog/schemas";
import { chooseOptions, type Option } from "../reading/choose-option";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { linesIn } from "./lines-slot";
import { labelOf } from "./product-slot";

/** The other colour, size or make of the product that the customer wants instead. */
export const variantSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const productId = linesIn(values)[0]!.productId;
    const variants = productId ? (await lookUpStock(dialogue.ctx, { productId })).variants : [];
    if (variants.length === 0) {
      const text = dialogue.words("variant.none", { name: values.lines!.label });
      return { is: "over", answer: { text, handoff: "unsupported_intent" } };
    }
    const options = variants.map((variant) => toVariantOption(dialogue, variant));
    const picked = chooseOptions(dialogue.turn.text, options);
    const only = picked.length === 1 ? picked[0] : undefined;
    if (only) return { is: "filled", filled: { value: only.value, label: only.label } };
    const list = variants.map((variant, i) => `${i + 1}. ${describeVariant(dialogue, variant)}`).join("\n");
    return {
      is: "question",
      text: dialogue.words("variant.which", { list }),
      offered: options,
      isMiss: isAsked,
    };
  },
  hears: (dialogue) => chooseOptions(dialogue.turn.text, offeredFor(dialogue, "variant")).length === 1,
};

export const variantIn = (values: Values) => String(values.variant!.value);

/** "Linen shirt (white, L)": by what tells it from its sisters, where that is known. */
export function toVariantOption({ language }: Dialogue, { productId, name, options }: StockDto): Option {
  return { value: productId, label: labelOf({ name, options }, language) };
}

/** As it is listed, and whether it can be had. */
export function describeVariant(dialogue: Dialogue, variant: StockDto): string {
  const { label } = toVariantOption(dialogue, variant);
  return variant.available > 0 ? label : dialogue.words("variant.soldOut", { name: label });
}
