import { getProductNames } from "@/lib/data/catalog";
import { getOrder } from "@/lib/data/orders";
import { chooseOptions, type Option } from "../reading/choose-option";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { orderIdIn } from "./order-slot";
import { nameOf } from "./product-slot";

export interface LineQuantity {
  lineId: string;
  quantity: number;
  productId: string | null;
}

/** Which items of the order a task is about, whole lines each, at most so many; of an order with one line, that one. */
export const linesSlot = (most = 200): Slot => ({
  async fill(dialogue, values, isAsked) {
    const lines = await readLines(dialogue, values);
    const picked = lines.length === 1 ? lines : chooseOptions(dialogue.turn.text, lines);
    if (picked.length > 0 && picked.length <= most) {
      const chosen = lines.filter(({ value }) => picked.some((option) => option.value === value));
      const value = chosen.map(
        ({ value, quantity, productId }): LineQuantity => ({ lineId: value, quantity, productId }),
      );
      return { is: "filled", filled: { value, label: chosen.map(({ label }) => label).join(", ") } };
    }
    const list = lines.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
    const text = dialogue.words("lines.which", { number: values.order!.label, list });
    return {
      is: "question",
      text,
      offered: lines.map(({ value, label }) => ({ value, label })),
      isMiss: isAsked,
    };
  },
  hears: (dialogue) => chooseOptions(dialogue.turn.text, offeredFor(dialogue, "lines")).length > 0,
});

export const linesIn = (values: Values) => values.lines!.value as LineQuantity[];

/** The order's lines as the customer knows them: "Longjing tea ×2". */
async function readLines(
  dialogue: Dialogue,
  values: Values,
): Promise<(Option & Omit<LineQuantity, "lineId">)[]> {
  const { ctx, language } = dialogue;
  const { lines } = await getOrder(ctx, { id: orderIdIn(values) });
  const names = await getProductNames(
    ctx,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  return lines.map(({ id, productId, quantity }) => {
    const known = productId ? names[productId] : undefined;
    const name = known ? nameOf(known, language) : "?";
    return { value: id, label: quantity > 1 ? `${name} ×${quantity}` : name, quantity, productId };
  });
}
