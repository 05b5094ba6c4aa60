import { lookUpStock } from "@/lib/data/catalog";
import type { Filled } from "../memory";
import { chooseOptions, type Option } from "../reading/choose-option";
import { readQuantity } from "../reading/read-quantity";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { linesIn } from "./lines-slot";
import { describeVariant, pickVariant, toVariantOption } from "./variant-slot";

/** What shall become of a line: how many there are, or which variant it is. */
export type LineWish = { quantity: number } | { productId: string };

/** What changes about the item that was named: its number, or its colour, size or make. */
export const lineChangeSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const line = linesIn(values)[0]!;
    const own = line.productId ? await lookUpStock(dialogue.ctx, { productId: line.productId }) : null;
    const variants = own?.variants ?? [];
    const options = variants.map((variant) => toVariantOption(dialogue, variant));
    const opening = isAsked ? "" : dialogue.opening;
    const wish =
      quantityWish(dialogue, withoutEntities(dialogue), line.quantity) ??
      variantWish(dialogue, options, own ? toVariantOption(dialogue, own) : undefined) ??
      quantityWish(dialogue, opening, line.quantity);
    const picked = wish?.value as LineWish | undefined;
    const isThere = (id: string) =>
      variants.some(({ productId, available }) => productId === id && available > 0);
    const isSoldOut = picked !== undefined && "productId" in picked && !isThere(picked.productId);
    if (wish && !isSoldOut) return { is: "filled", filled: wish };
    const item = values.lines!.label;
    const list = variants.map((variant, i) => `${i + 1}. ${describeVariant(dialogue, variant)}`).join("\n");
    const text =
      variants.length > 0
        ? dialogue.words("modify.askWhat", { item, list })
        : dialogue.words("modify.askQuantity", { item });
    return {
      is: "question",
      text: [...(isSoldOut ? [dialogue.words("refused.out_of_stock")] : []), text].join("\n"),
      offered: options,
      isMiss: isAsked && !isSoldOut,
    };
  },
  hears: (dialogue) => readQuantity(withoutEntities(dialogue)) !== null || picksOne(dialogue),
  claims: (dialogue) => saysOfItem(dialogue) || isOtherVariant(dialogue),
  isCorrected: (dialogue, held) => {
    const wish = readQuantity(withoutEntities(dialogue));
    const given = held.value as LineWish;
    return wish?.is === "total" && "quantity" in given && wish.count !== given.quantity;
  },
};

/** "Not any more" alone is said of the item that was asked about; of the whole order people say so. */
function saysOfItem(dialogue: Dialogue): boolean {
  const isOfOrder = /订单|訂單|\border\b|pedido/iu.test(dialogue.turn.text);
  return !isOfOrder && readQuantity(withoutEntities(dialogue)) !== null;
}

/** "The blue one, please" sounds like an exchange to whoever has not heard the question. */
const isOtherVariant = (dialogue: Dialogue) =>
  picksOne(dialogue) && dialogue.turn.understanding.intent.id === "exchange_request";

const picksOne = (dialogue: Dialogue) =>
  chooseOptions(dialogue.turn.text, offeredFor(dialogue, "change")).length === 1;

export const lineWishIn = (values: Values) => values.change!.value as LineWish;

function quantityWish(dialogue: Dialogue, text: string, present: number): Filled | null {
  const wish = readQuantity(text);
  if (!wish) return null;
  const wanted = wish.is === "none" ? 0 : wish.is === "more" ? present + wish.count : wish.count;
  const quantity = Math.max(0, wanted);
  const label = quantity === 0 ? dialogue.words("modify.removed") : `×${quantity}`;
  return { value: { quantity } satisfies LineWish, label };
}

function variantWish(dialogue: Dialogue, options: readonly Option[], own: Option | undefined): Filled | null {
  const picked = pickVariant(dialogue, options, own);
  if (!picked) return null;
  return { value: { productId: picked.value } satisfies LineWish, label: picked.label };
}

/** Numbers of orders, phones and the like are no quantities. */
function withoutEntities({ turn }: Dialogue): string {
  const named = turn.understanding.entities.filter(({ type }) => type !== "product" && type !== "size");
  return named.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, turn.text);
}
