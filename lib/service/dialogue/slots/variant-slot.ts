import { lookUpStock } from "@/lib/data/catalog";
import type { StockDto } from "@/lib/data/catalog/schemas";
import { chooseNamed, chooseOptions, type Option } from "../reading/choose-option";
import { type Made, madeLike, saidOf } from "../reading/describe-variant";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { linesIn } from "./lines-slot";
import { labelOf } from "./product-slot";

const MOST_LETTERS_OF_CHOICE = 10;

/** The other colour, size or make of the product that the customer wants instead. */
export const variantSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const productId = linesIn(values)[0]!.productId;
    const own = productId ? await lookUpStock(dialogue.ctx, { productId }) : null;
    const variants = own?.variants ?? [];
    if (variants.length === 0) {
      const text = dialogue.words("variant.none", { name: values.lines!.label });
      return { is: "over", answer: { text, handoff: "unsupported_intent" } };
    }
    const options = variants.map((variant) => toVariantOption(dialogue, variant));
    const only = pickVariant(dialogue, options, own ? toVariantOption(dialogue, own) : undefined);
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
  isEchoed: "always",
  // "OK, a 40?" sounds like asking for advice to whoever has not heard the question.
  claims: (dialogue) =>
    (dialogue.turn.text.match(/\p{L}/gu) ?? []).length <= MOST_LETTERS_OF_CHOICE && picksOne(dialogue),
  hears: picksOne,
};

const oneOf = (options: readonly Option[]) => (options.length === 1 ? options[0] : undefined);

/** Whether the message says something of those that were shown. */
function picksOne(dialogue: Dialogue): boolean {
  const offered = offeredFor(dialogue, "variant");
  const made = offered.map(({ label }) => madeOfLabel(label));
  const isDescribed = Object.keys(saidOf(dialogue.turn.text, made)).length > 0;
  return isDescribed || chooseVariants(dialogue.turn.text, offered).length === 1;
}

/** By what they are made of, which a swap names after its "for"; else by name or place. */
function chooseVariants(text: string, options: readonly Option[], own?: Option): Option[] {
  const wanted = text.replace(IF_NOT, "");
  const swaps = wanted
    .split(/[,，.。;；!！]/u)
    .map((part) => [part, part.replace(FOR, "")] as const)
    .flatMap(([part, after]) => (after === part ? [] : [after]));
  for (const part of [...swaps, wanted]) {
    const described = chooseDescribed(part, options, own);
    if (described.length > 0) return described;
  }
  return chooseOptions(wanted, options);
}

/** What a text does not say of the variant is as it is of the customer's own: "the blue one" of an L is an L. */
function chooseDescribed(text: string, options: readonly Option[], own?: Option): Option[] {
  const made = options.map(({ label }) => madeOfLabel(label));
  const said = saidOf(text, own ? [...made, madeOfLabel(own.label)] : made);
  if (Object.keys(said).length === 0) return [];
  const exact = madeLike({ ...(own ? madeOfLabel(own.label) : {}), ...said }, made);
  return (exact.length > 0 ? exact : madeLike(said, made)).map((at) => options[at]!);
}

/** "Linen shirt (M, Blue)" is made of M and Blue. */
function madeOfLabel(label: string): Made {
  const values = /\(([^()]*)\)$/u.exec(label)?.[1]?.split(", ") ?? [];
  return Object.fromEntries(values.map((value, i) => [String(i), value]));
}

/** What a swap is for: "the blue one for a white one". */
const FOR = /.*(?:换成|換成|改成|换|換|(?<!\p{L})(?:por|for|to|into|with)(?!\p{L}))/isu;

/** "If there is no 41, a 42", "41 没有的话 42 呢": what comes after is wanted. */
const IF_NOT =
  /^.*?(?:没有的?话?|沒有的?話?|没货的?话?|不行的?话?|缺货的?话?)(?=.*\S)[\s,，]*|^.*(?<!\p{L})(?:if (?:there(?:'s| is) no|you (?:don't|do not) have(?: the)?|not)|si no (?:hay|tienes?|ten[eé]s|qued[ae]n?)(?: la| el)?)(?!\p{L})[^,，]{0,16}[,，]\s*/isu;

/** Of what was shown; else of the message, in which what comes after "for" is what is wanted, or of the task's opening. */
export function pickVariant(
  dialogue: Dialogue,
  options: readonly Option[],
  own: Option | undefined,
): Option | undefined {
  const { turn, opening } = dialogue;
  const wasShown = options.some(({ value }) =>
    dialogue.memory.offered?.options.some((one) => one.value === value),
  );
  if (wasShown) return oneOf(chooseVariants(turn.text, options, own));
  for (const text of [turn.text, opening]) {
    const wanted = text.replace(FOR, "");
    const picked = oneOf(chooseDescribed(wanted, options, own)) ?? oneOf(chooseNamed(wanted, options));
    if (picked) return picked;
  }
  return undefined;
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
