import { lookUpStock } from "@/lib/data/catalog";
import type { StockDto } from "@/lib/data/catalog/schemas";
import { chooseNamed, chooseOptions, type Option } from "../reading/choose-option";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { linesIn } from "./lines-slot";
import { labelOf } from "./product-slot";

const MOST_LETTERS_OF_CHOICE = 10;

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
    const picked = pickVariant(dialogue, options);
    const only = picked.length === 1 ? picked[0] : undefined;
    const isThere = variants.some(({ productId, available }) => productId === only?.value && available > 0);
    if (only && isThere) return { is: "filled", filled: { value: only.value, label: only.label } };
    const list = variants.map((variant, i) => `${i + 1}. ${describeVariant(dialogue, variant)}`).join("\n");
    return {
      is: "question",
      text: [
        ...(only ? [dialogue.words("refused.out_of_stock")] : []),
        dialogue.words("variant.which", { list }),
      ].join("\n"),
      offered: options,
      isMiss: isAsked && !only,
    };
  },
  // "OK, a 40?" sounds like asking for advice to whoever has not heard the question.
  claims: (dialogue) =>
    (dialogue.turn.text.match(/\p{L}/gu) ?? []).length <= MOST_LETTERS_OF_CHOICE &&
    chooseOptions(dialogue.turn.text, offeredFor(dialogue, "variant")).length === 1,
  hears: (dialogue) => chooseOptions(dialogue.turn.text, offeredFor(dialogue, "variant")).length === 1,
};

/** What a swap is for: "the blue one for a white one". */
const FOR = /.*(?:换成|換成|改成|换|換|(?<!\p{L})(?:por|for|to|into|with)(?!\p{L}))/isu;

/** Of what was shown; else of the message, in which what comes after "for" is what is wanted, or of the task's opening. */
export function pickVariant(dialogue: Dialogue, options: readonly Option[]): Option[] {
  const { turn, opening } = dialogue;
  const wasShown = options.some(({ value }) =>
    dialogue.memory.offered?.options.some((one) => one.value === value),
  );
  if (wasShown) return chooseOptions(turn.text, options);
  for (const text of [turn.text, opening]) {
    const wanted = text.replace(FOR, "");
    const picked = wanted === text ? chooseNamed(text, options) : chooseNamed(wanted, options);
    if (picked.length === 1) return picked;
  }
  return [];
}

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
