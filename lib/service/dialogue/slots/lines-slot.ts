import { getProductNames } from "@/lib/data/catalog";
import { getOrder } from "@/lib/data/orders";
import { chooseNamed, chooseOptions, chooseSeveral, type Option } from "../reading/choose-option";
import { readPartCount } from "../reading/read-part-count";
import { asksSomething } from "../reading/split-clauses";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";
import { orderIdIn } from "./order-slot";
import { labelOf } from "./product-slot";

export interface LineQuantity {
  lineId: string;
  quantity: number;
  productId: string | null;
}

type Line = Option & Omit<LineQuantity, "lineId">;

/**
 * Which items of the order a task is about, at most so many lines; of an order with one line, that one. All of a line
 * is meant unless the message says how many of it.
 * @param claims intents that an item's name may sound like, in answer to the question which it is.
 */
export const linesSlot = (most = 200, claims: readonly string[] = []): Slot => ({
  async fill(dialogue, values, isAsked, before) {
    const lines = await readLines(dialogue, values);
    const held = (before?.value as LineQuantity[] | undefined) ?? [];
    const named = lines.length === 1 ? lines : pickLines(withoutOrder(dialogue), lines);
    // "And the cups as well", or another number of what is held already.
    const isMore =
      most > 1 && addsTo({ ...dialogue, memory: { ...dialogue.memory, orderLines: lines } }, held);
    const kept = isMore || named.length === 0 ? lines.filter(({ value }) => holds(held, value)) : [];
    const picked = [...kept.filter((line) => !named.includes(line)), ...named];
    if (picked.length > 0 && picked.length <= most) {
      const chosen = lines
        .filter(({ value }) => picked.some((option) => option.value === value))
        .map((line) =>
          named.includes(line)
            ? inPart(dialogue, line, { of: named, isHeld: holds(held, line.value) })
            : asHeld(line, held),
        );
      const value = chosen.map(
        ({ value, quantity, productId }): LineQuantity => ({ lineId: value, quantity, productId }),
      );
      const label = chosen.map(({ label }) => label).join(", ");
      const orderLines = lines.map(({ value, label, productId }) => ({ value, label, productId }));
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
    (claims.includes(dialogue.turn.understanding.intent.id) || isNamedAlone(dialogue)) &&
    pickOffered(dialogue).length > 0,
  adds: (dialogue, held) => most > 1 && addsTo(dialogue, held.value as LineQuantity[]),
  isCorrected(dialogue, held) {
    const { turn, memory, consent } = dialogue;
    const lines = held.value as LineQuantity[];
    const known = memory.orderLines ?? [];
    if (most > 1 && saysOtherCount(dialogue, lines, known)) return true;
    const text = turn.text.replace(KEPT, "");
    const part = text.split(PARTS).find(narrows) ?? text;
    const only = linesNamed(dialogue, part, known);
    const meant = (only.length > 0 ? only : linesNamed(dialogue, text, known)).map(({ value }) => value);
    // A yes to something else than what was asked is none; other words correct only where they say so.
    if (consent.answer !== "yes" && text === turn.text && !ONLY.test(text)) return false;
    return meant.length > 0 && (meant.length !== lines.length || !meant.every((id) => holds(lines, id)));
  },
});

const PARTS = /[,，.。;；!！\n]+/u;

/** "So it is two of them", "of the tea only one": another number of an item than was understood. */
function saysOtherCount(
  dialogue: Dialogue,
  held: readonly LineQuantity[],
  known: readonly Option[],
): boolean {
  const { text } = dialogue.turn;
  if (asksSomething(text)) return false;
  return held.some(({ lineId, quantity }) => {
    const line = known.find(({ value }) => value === lineId);
    if (!line) return false;
    const own = held.length === 1 ? text : (partOf(dialogue, line, known) ?? "");
    const count = readPartCount(own, quantityOf(known, lineId));
    return count !== null && count !== quantity;
  });
}

/** As many as were bought of it, as its label says. */
const quantityOf = (known: readonly Option[], id: string) =>
  Number(/ ×(\d+)$/.exec(known.find(({ value }) => value === id)?.label ?? "")?.[1] ?? 1);

/** Other items of the order that a message adds to those that are held. */
const addsTo = (dialogue: Dialogue, held: readonly LineQuantity[]): boolean =>
  !asksSomething(dialogue.turn.text) &&
  dialogue.turn.text
    .split(PARTS)
    .filter((part) => ALSO.test(part))
    .flatMap((part) => linesNamed(dialogue, part, dialogue.memory.orderLines ?? []))
    .some(({ value }) => !holds(held, value));

/** By their names, in whatever language they were shown; else by the products that the text names. */
function linesNamed<T extends Option>({ turn, language }: Dialogue, text: string, lines: readonly T[]): T[] {
  const values = chooseSeveral(text, lines, language).map(({ value }) => value);
  if (values.length > 0) return lines.filter(({ value }) => values.includes(value));
  const named = turn.understanding.entities
    .filter(({ start, end }) => end > start && text.includes(turn.text.slice(start, end)))
    .flatMap(({ products = [] }) => products.map(({ id }) => id));
  return lines.filter(({ productId }) => productId && named.includes(productId));
}

const holds = (held: readonly LineQuantity[], id: string) => held.some(({ lineId }) => lineId === id);

/** "Three of them": fewer of a line than were bought. */
function inPart(
  dialogue: Dialogue,
  line: Line,
  { of, isHeld }: { of: readonly Option[]; isHeld: boolean },
): Line {
  const { text } = dialogue.turn;
  // Of several items the part that names the one says how many of it.
  const own = of.length === 1 ? text : (partOf(dialogue, line, of) ?? "");
  const before = of.length === 1 ? dialogue.opening : "";
  const count = readPartCount(own, isHeld ? line.quantity : undefined) ?? readPartCount(before);
  return count === null || count < 1 || count >= line.quantity ? line : ofQuantity(line, count);
}

/** The part of a message that names one item and no other. */
function partOf(dialogue: Dialogue, line: Option, lines: readonly Option[]): string | undefined {
  return dialogue.turn.text.split(PARTS).find((part) => {
    const named = linesNamed(dialogue, part, lines);
    return named.length === 1 && named[0]!.value === line.value;
  });
}

/** As many of it as were chosen before. */
function asHeld(line: Line, held: readonly LineQuantity[]): Line {
  const quantity = held.find(({ lineId }) => lineId === line.value)?.quantity;
  return quantity === undefined ? line : ofQuantity(line, quantity);
}

function ofQuantity(line: Line, quantity: number): Line {
  const name = line.label.replace(/ ×\d+$/, "");
  return { ...line, quantity, label: quantity > 1 ? `${name} ×${quantity}` : name };
}

const ALSO =
  /也|还有|還有|连同|連同|(?<!\p{L})(?:also|as well|too|and the|tambi[eé]n|adem[aá]s|y l[oa]s?)(?!\p{L})/iu;

/** "Only the scarf" leaves out the rest; "only one of the teas" says how many. */
const narrows = (part: string): boolean => ONLY.test(part) && readPartCount(part) === null;

/** The part of a message that says what shall stay: "I'll keep the tea, just the cups". */
const KEPT =
  /[^,，.。;；]*(?:(?<!\p{L})(?:leave (?:the |that )?\p{L}+ out|take (?:the |that )?\p{L}+ out|keep|keeping|except|not the|stays?|stay|as (?:it|they) (?:is|are)|the same|se quedan?|d[eé]j[ae]n?l[oa]s?|igual|est[aá]n? bien|(?:is|are) (?:fine|ok|okay|lovely|perfect|good)|(?:me (?:l[oa]s? )?)?(?:quedo|quedar|qued[aá]rme(?:l[oa]s?)?)|menos|salvo)(?!\p{L})|留|不退|不换|不換|不动|不動|不变|不變|照旧|除了|是好的|完好)[^,，.。;；]*/giu;
const ONLY = /(?<!\p{L})(?:only|just|instead|s[oó]lo|solamente|mejor|no,)(?!\p{L})|只|就(?=退|换|換)|不是/iu;

/** "The scarf. I was given one just like it, so I don't need it": what was asked for stands by itself. */
function isNamedAlone(dialogue: Dialogue): boolean {
  const [first = ""] = dialogue.turn.text.split(/[.。,，;；\n]/u);
  if (asksSomething(dialogue.turn.text) || (first.match(/\p{L}/gu) ?? []).length > MOST_LETTERS_ALONE)
    return false;
  return chooseSeveral(first, offeredFor(dialogue, "lines"), dialogue.language).length > 0;
}

const MOST_LETTERS_ALONE = 16;

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

/** "The order with the scarf: of the cups I want only one": what names the order names no item. */
function withoutOrder(dialogue: Dialogue): Dialogue {
  const text = dialogue.turn.text.replace(NAMES_ORDER, " ");
  return text.trim() === "" ? dialogue : { ...dialogue, turn: { ...dialogue.turn, text } };
}

const NAMES_ORDER =
  /\p{Script=Han}{1,6}(?:那|这|這)[一]?[张張笔筆]?[单單]|(?<!\p{L})(?:in )?the (?:order with the \p{L}+|\p{L}+ order)(?!\p{L})|(?<!\p{L})(?:en )?el pedido (?:del?|con)(?: el| la| los| las)? \p{L}+/giu;

/** From the list that was shown; else by the names in this message, else in the one that opened the task. */
function pickLines(dialogue: Dialogue, lines: readonly Option[]): Option[] {
  const offered = pickOffered(dialogue);
  if (offered.length > 0) return offered;
  for (const text of [dialogue.turn.text, dialogue.opening]) {
    const rest = text.replace(KEPT, "");
    const part = rest
      .split(PARTS)
      .find((part) => narrows(part) && chooseSeveral(part, lines, dialogue.language).length > 0);
    const wanted = part ?? rest;
    const several = linesNamed(dialogue, wanted, lines);
    const named = several.length > 0 ? several : chooseNamed(wanted, lines);
    if (named.length > 0) return named;
    const kept = rest === text ? [] : chooseSeveral(text, lines, dialogue.language);
    if (kept.length > 0 && kept.length < lines.length) return lines.filter((line) => !kept.includes(line));
  }
  return [];
}

export const linesIn = (values: Values) => values.lines!.value as LineQuantity[];

/** The order's lines as the customer knows them: "Longjing tea ×2". */
async function readLines(dialogue: Dialogue, values: Values): Promise<Line[]> {
  const { ctx, language } = dialogue;
  const { lines } = await getOrder(ctx, { id: orderIdIn(values) });
  const names = await getProductNames(
    ctx,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  return lines.map(({ id, productId, quantity }) => {
    const known = productId ? names[productId] : undefined;
    const name = known ? labelOf(known, language) : "?";
    return { value: id, label: quantity > 1 ? `${name} ×${quantity}` : name, quantity, productId };
  });
}
