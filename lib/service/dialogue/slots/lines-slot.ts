import { getProductNames } from "@/lib/data/catalog";
import { getOrder } from "@/lib/data/orders";
import { chooseNamed, chooseOptions, chooseSeveral, type Option } from "../reading/choose-option";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { orderIdIn } from "./order-slot";
import { nameOf } from "./product-slot";

export interface LineQuantity {
  lineId: string;
  quantity: number;
  productId: string | null;
}

/**
 * Which items of the order a task is about, whole lines each, at most so many; of an order with one line, that one.
 * @param claims intents that an item's name may sound like, in answer to the question which it is.
 */
export const linesSlot = (most = 200, claims: readonly string[] = []): Slot => ({
  async fill(dialogue, values, isAsked) {
    const lines = await readLines(dialogue, values);
    const picked = lines.length === 1 ? lines : pickLines(dialogue, lines);
    if (picked.length > 0 && picked.length <= most) {
      const chosen = lines.filter(({ value }) => picked.some((option) => option.value === value));
      const value = chosen.map(
        ({ value, quantity, productId }): LineQuantity => ({ lineId: value, quantity, productId }),
      );
      const label = chosen.map(({ label }) => label).join(", ");
      const orderLines = lines.map(({ value, label }) => ({ value, label }));
      const only = value.length === 1 ? value[0]!.productId : null;
      const itemProductId = only ? { itemProductId: only } : {};
      return { is: "filled", filled: { value, label }, remember: { orderLines, ...itemProductId } };
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
  hears: (dialogue) => pickOffered(dialogue).length > 0,
  claims: (dialogue) =>
    claims.includes(dialogue.turn.understanding.intent.id) && pickOffered(dialogue).length > 0,
  isCorrected({ turn, memory, language, consent }, held) {
    const text = turn.text.replace(KEPT, "");
    if (consent.answer === "yes" || (text === turn.text && !ONLY.test(text))) return false;
    const meant = chooseSeveral(text, memory.orderLines ?? [], language).map(({ value }) => value);
    const heldIds = (held.value as LineQuantity[]).map(({ lineId }) => lineId);
    return (
      meant.length > 0 && (meant.length !== heldIds.length || !meant.every((id) => heldIds.includes(id)))
    );
  },
});

/** The part of a message that says what shall stay: "I'll keep the tea, just the cups". */
const KEPT =
  /[^,，.。;；]*(?:(?<!\p{L})(?:keep|keeping|except|not the|(?:me (?:l[oa]s? )?)?(?:quedo|quedar|qued[aá]rme(?:l[oa]s?)?)|menos|salvo)(?!\p{L})|留|不退|不换|不換|除了)[^,，.。;；]*/giu;
const ONLY = /(?<!\p{L})(?:only|just|instead|s[oó]lo|solamente|mejor|no,)(?!\p{L})|只|就(?=退|换|換)|不是/iu;

function pickOffered({ turn, language, ...dialogue }: Dialogue): Option[] {
  const offered = offeredFor({ turn, language, ...dialogue }, "lines");
  if (offered.length === 0) return [];
  const text = turn.text.replace(KEPT, "");
  const several = chooseSeveral(text, offered, language);
  if (several.length > 0) return several;
  const kept = text === turn.text ? [] : chooseSeveral(turn.text, offered, language);
  // "I'll keep the tea" to whoever asked what goes back: all the rest.
  if (kept.length > 0) return offered.filter((option) => !kept.includes(option));
  return chooseOptions(text, offered);
}

/** From the list that was shown; else by the names in this message, else in the one that opened the task. */
function pickLines(dialogue: Dialogue, lines: readonly Option[]): Option[] {
  const offered = pickOffered(dialogue);
  if (offered.length > 0) return offered;
  for (const text of [dialogue.turn.text.replace(KEPT, ""), dialogue.opening]) {
    const several = chooseSeveral(text, lines, dialogue.language);
    const named = several.length > 0 ? several : chooseNamed(text, lines);
    if (named.length > 0) return named;
  }
  return [];
}

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
