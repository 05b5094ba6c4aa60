import { getProduct } from "@/lib/data/catalog";
import type { ProductDto } from "@/lib/data/catalog/schemas";
import { chooseOptions } from "../reading/choose-option";
import { type Dialogue, offeredFor, type Slot, type SlotOutcome, type Values } from "../task";
import type { Language } from "../types";

/** The product a task is about. "It" is the one that was talked of last. */
export const productSlot: Slot = {
  async fill(dialogue, _values, isAsked) {
    const { memory, words } = dialogue;
    const meant = candidates(dialogue);
    if (meant.length === 1) return filled(dialogue, meant[0]!);
    if (meant.length > 1) {
      const offered = await Promise.all(
        meant.map(async (id) => ({ value: id, label: await label(dialogue, id) })),
      );
      const list = offered.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
      return { is: "question", text: words("product.which", { list }), offered };
    }
    if (memory.productId && !isAsked) return filled(dialogue, memory.productId);
    return { is: "question", text: words("product.ask"), isMiss: isAsked };
  },
  hears: (dialogue) => candidates(dialogue).length > 0,
  isCorrected(dialogue, held) {
    const meant = candidates(dialogue);
    return meant.length > 0 && !meant.includes(String(held.value));
  },
};

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

async function filled(dialogue: Dialogue, id: string): Promise<SlotOutcome> {
  return {
    is: "filled",
    filled: { value: id, label: await label(dialogue, id) },
    remember: { productId: id },
  };
}

async function label({ ctx, language }: Dialogue, id: string): Promise<string> {
  return nameOf(await getProduct(ctx, { id }), language);
}
