import { getProduct, lookUpStock } from "@/lib/data/catalog";
import type { ProductDto, StockDto } from "@/lib/data/catalog/schemas";
import { listRecentOrders } from "@/lib/data/orders";
import { chooseNamed, chooseOptions, chooseSeveral } from "../reading/choose-option";
import { describedVariant, type Made, madeLike, saidOf } from "../reading/describe-variant";
import { type Dialogue, offeredFor, type Slot, type SlotOutcome, type Values } from "../task";
import type { Language } from "../types";

const RECENT_ORDERS = 3;

/** The product a task is about. "It" is the one that was talked of last. */
export const productSlot = makeProductSlot(() => false);

/** The same, where it does not matter which colour or size of it. */
export const anyVariantSlot = makeProductSlot(isOneGroup);

/** The same, where it matters only if they cost differently. */
export const pricedSlot = makeProductSlot(
  (products) =>
    isOneGroup(products) &&
    products.every(
      ({ price }) =>
        price.amountMinor === products[0]!.price.amountMinor &&
        price.currency === products[0]!.price.currency,
    ),
);

function makeProductSlot(areAlike: (products: readonly ProductDto[]) => boolean): Slot {
  return {
    async fill(dialogue, _values, isAsked) {
      const { memory, words } = dialogue;
      const meant = candidates(dialogue);
      if (meant.length === 1) return filled(dialogue, meant[0]!);
      if (meant.length > 1) {
        const products = await Promise.all(meant.map((id) => getProduct(dialogue.ctx, { id })));
        if (areAlike(products)) return filled(dialogue, meant[0]!);
        const offered = products.map((product) => ({
          value: product.id,
          label: labelOf(product, dialogue.language),
        }));
        const made = products.map(({ options }) => madeOf({ options: options ?? {} }, dialogue.language));
        const said = saidOf(dialogue.turn.text, made);
        const [fitting, other] = Object.keys(said).length > 0 ? madeLike(said, made) : [];
        if (fitting !== undefined && other === undefined) return filled(dialogue, products[fitting]!.id);
        const [only, another] = chooseNamed(dialogue.turn.text, offered);
        if (only && !another) return filled(dialogue, only.value);
        const known = meant.find((id) => id === memory.productId || id === memory.itemProductId);
        if (known && isOneGroup(products)) return filled(dialogue, await variantMeant(dialogue, known));
        const list = offered.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
        // Of what is asked next it is one of these.
        const remember = isOneGroup(products) ? { productId: meant[0]! } : {};
        return { is: "question", text: words("product.which", { list }), offered, remember };
      }
      const talkedOf = memory.productId ?? memory.itemProductId;
      if (talkedOf && !isAsked) return filled(dialogue, await variantMeant(dialogue, talkedOf));
      const bought = await boughtProduct(dialogue);
      if (bought) return filled(dialogue, bought);
      return { is: "question", text: words("product.ask"), isMiss: isAsked };
    },
    hears: (dialogue) => candidates(dialogue).length > 0,
    isCorrected(dialogue, held) {
      const meant = candidates(dialogue);
      return meant.length > 0 && !meant.includes(String(held.value));
    },
  };
}

function isOneGroup(products: readonly ProductDto[]): boolean {
  return products.every(
    ({ variantGroup }) => variantGroup !== undefined && variantGroup === products[0]!.variantGroup,
  );
}

/** "Linen shirt (White, M)": sisters have the same name. */
export function labelOf({ name, options }: Pick<ProductDto, "name" | "options">, language: Language): string {
  const made = Object.values(options ?? {}).map((value) => nameOf({ name: value }, language));
  const base = nameOf({ name }, language);
  return made.length > 0 ? `${base} (${made.join(", ")})` : base;
}

/** The product that fills the slot, as it is now. */
export function readProduct({ ctx }: Dialogue, values: Values): Promise<ProductDto> {
  return getProduct(ctx, { id: String(values.product!.value) });
}

/** A product's name in the customer's language, else in the first that it has. */
export function nameOf({ name }: Pick<ProductDto, "name">, language: Language): string {
  return name[language] ?? name.en ?? name.zh ?? name.es ?? "";
}

/** What the message names, or picks from what was offered. */
function candidates(dialogue: Dialogue): string[] {
  const { turn } = dialogue;
  const picked = chooseOptions(turn.text, offeredFor(dialogue, "product"));
  if (picked.length === 1) return [picked[0]!.value];
  const named = turn.understanding.entities.find(({ products }) => products !== undefined)?.products ?? [];
  return named.map(({ id }) => id);
}

/** "The cups that I bought": the one product of the customer's latest orders that the message names. */
async function boughtProduct({ ctx, turn, language }: Dialogue): Promise<string | undefined> {
  if (!turn.customerId) return undefined;
  const recent = await listRecentOrders(ctx, { customerId: turn.customerId, limit: RECENT_ORDERS });
  const options = recent
    .flatMap(({ items }) => items)
    .flatMap(({ productId, name }) =>
      productId && name ? [{ value: productId, label: nameOf({ name }, language) }] : [],
    );
  const found = new Set(chooseSeveral(turn.text, options, language).map(({ value }) => value));
  return found.size === 1 ? [...found][0] : undefined;
}

/** "Have you got the blue one in L?": the sister of what was talked of that the message describes. */
async function variantMeant({ ctx, turn, language }: Dialogue, id: string): Promise<string> {
  const stock = await lookUpStock(ctx, { productId: id });
  if (stock.variants.length === 0) return id;
  const variants = [stock, ...stock.variants];
  const made = variants.map((one) => madeOf(one, language));
  const at = describedVariant(turn.text, made, made[0]!);
  return at === null ? id : variants[at]!.productId;
}

/** Of what a product is made, in the customer's words: its colour, its size. */
export const madeOf = ({ options }: Pick<StockDto, "options">, language: Language): Made =>
  Object.fromEntries(Object.entries(options).map(([key, name]) => [key, nameOf({ name }, language)]));

async function filled({ ctx, language }: Dialogue, id: string): Promise<SlotOutcome> {
  const label = nameOf(await getProduct(ctx, { id }), language);
  return { is: "filled", filled: { value: id, label }, remember: { productId: id } };
}
