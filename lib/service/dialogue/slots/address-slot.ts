import { checkChangeShippingAddress } from "@/lib/data/after-sales";
import { deliverableAddressSchema, type PostalAddress } from "@/lib/data/records/schemas";
import { type ParsedAddress, parseAddress } from "@/lib/intelligence/text";
import { withoutPreamble } from "../reading/consent";
import { refusalAnswer, served } from "../serve";
import type { Dialogue, Slot, SlotOutcome, Values } from "../task";
import type { Language } from "../types";
import { orderIdIn } from "./order-slot";

/**
 * Where the parcel shall go instead. What the customer leaves out is as it was, what a parcel needs and nobody has
 * said is asked for, and what was said before is kept meanwhile.
 */
export const addressSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const check = await checkChangeShippingAddress(
      dialogue.ctx,
      { orderId: orderIdIn(values) },
      served(dialogue, values),
    );
    if (!check.isPossible) return { is: "over", answer: refusalAnswer(dialogue, check, values) };
    const { address, addressOrder } = dialogue.memory;
    const known = { ...check.current, ...(addressOrder === orderIdIn(values) ? address : {}) };
    const now = parse(dialogue, known);
    const parsed = now.isAddress || isAsked ? now : parseOpening(dialogue, known);
    if (parsed.isAddress) return complete(dialogue, parsed, known, orderIdIn(values));
    return { is: "question", text: dialogue.words("address.ask"), isMiss: isAsked };
  },
  stands: true,
  hears: (dialogue) => parse(dialogue, dialogue.memory.address ?? {}).isAddress,
  claims: (dialogue) => IS_FULL.test(dialogue.turn.text) && parse(dialogue, {}).isAddress,
  isCorrected(dialogue, held) {
    const known = held.value as PostalAddress;
    const parsed = parse(dialogue, known);
    // "Yes, to Maple Street, please" says again what is held.
    const isSaidAgain = dialogue.consent.answer === "yes" && isSameStreet(parsed.lines, known.lines);
    return parsed.isAddress && !isSaidAgain;
  },
};

/** "No, it is room 1021": what follows is the part that was wrong. */
const IT_IS = /^(?:应该|應該|是|係|系|it(?:'s| is)|es|son)+\s*/iu;
/** A part alone says nothing of an address to whoever has not heard that one is asked for. */
const TALKS_OF_ADDRESS: Readonly<Record<Language, string>> = {
  zh: "地址：",
  en: "address: ",
  es: "dirección: ",
};
const MOST_OF_A_PART = 40;
const BARE_CODE = /^\s*\d{4,6}\s*$/;

export const addressIn = (values: Values) => values.address!.value as PostalAddress;

function parse(
  { turn, language, memory, consent }: Dialogue,
  current: Partial<PostalAddress>,
): ParsedAddress {
  // Alone it is a number like any other; to somebody who was asked for the postal code it is that.
  const isBareCode = memory.address && !memory.address.postalCode && BARE_CODE.test(turn.text);
  const text = isBareCode ? `CP ${turn.text}` : turn.text;
  const parsed = parseAddress(text, { language, current, entities: turn.understanding.entities });
  const isInHand = memory.address !== undefined && consent.answer !== "yes";
  if (parsed.isAddress || !isInHand || QUESTION.test(turn.text)) return parsed;
  const mended = mendedLines(turn.text, memory.address?.lines as string[] | undefined);
  if (mended) return parseAddress(`${TALKS_OF_ADDRESS[language]}${mended}`, { language, current });
  const part = doorIn(turn.text) ?? withoutPreamble(turn.text).replace(IT_IS, "");
  if (part.length > MOST_OF_A_PART) return parsed;
  return parseAddress(`${TALKS_OF_ADDRESS[language]}${part}`, { language, current });
}

/** "It is 7 B, not 4 B", "71 Canal Road, not 17": the line that was known, with what was wrong in it replaced. */
function mendedLines(text: string, lines: readonly string[] = []): string | null {
  const [, right, wrong] = IS_NOT.exec(text) ?? [];
  if (!right || !wrong) return null;
  const length = wrong.trim().split(/\s+/u).length;
  const instead = right.trim().split(/\s+/u).slice(0, length).join(" ");
  // Letters, figures and a blank, as `IS_NOT` takes them.
  const pattern = new RegExp(`(?<![\\p{L}\\d])${wrong.trim()}(?![\\p{L}\\d])`, "iu");
  const line = lines.find((line) => pattern.test(line));
  return line ? line.replace(pattern, instead) : null;
}

const IS_NOT =
  /(?:(?<!\p{L})(?:it(?:'|’)?s|it is|is|es|son)|是)\s*(?:el |la |the )?([\p{L}\d][\p{L}\d ]{0,40}?)\s*[,，]?\s*(?:(?<!\p{L})(?:and )?(?:not|no(?: es)?|y no)|不是)\s+(?:el |la |the )?([\p{L}\d]{1,6}(?: \p{L})?)(?=\s*(?:$|[,，.。!！]))/iu;

/** "No, the flat is number 14, the rest is right": the flat alone. */
function doorIn(text: string): string | null {
  const [, door, number, floor] = DOOR_IS.exec(text) ?? [];
  return door && number ? `${door} ${number}` : floor ? `piso ${floor}` : null;
}

const DOOR_IS =
  /(?<!\p{L})(depto|departamento|piso|apartamento|apt|apartment|unit|flat|suite|floor|house number|n[uú]mero)\.? (?:es|is)(?: el| la| the| number| n[uú]mero)? (\d{1,5}[a-z]?)(?![\p{L}\d])|(?<!\p{L})es (?:el |la )?(\d{1,2} ?[º°ª] ?[a-z])(?![\p{L}\d])/iu;
const QUESTION = /[?？吗嗎]/u;
/** A house or a postal code, and words around it. */
const IS_FULL = /^(?=.*\d)(?=(?:[^\p{L}]*\p{L}){8})[^?？吗嗎]+$/su;

/** Whoever gave the address before it was asked for. */
const parseOpening = ({ opening, language }: Dialogue, current: Partial<PostalAddress>) =>
  parseAddress(opening, { language, current });

/** The parts are kept when all are there, too: whoever corrects the house number says no more than that. */
function complete(
  dialogue: Dialogue,
  parsed: ParsedAddress,
  known: Partial<PostalAddress>,
  addressOrder: string,
): SlotOutcome {
  const { recipient, phone, city, region, postalCode, country, lines } = parsed;
  const found = {
    ...(isSameStreet(lines, known.lines ?? []) ? known : {}),
    ...definedOf({ recipient, phone, city, region, postalCode, country }),
    lines: linesOf(parsed, known.lines ?? []),
  };
  const address = definedOf(found);
  const checked = deliverableAddressSchema.safeParse(address);
  if (checked.success) {
    const filled = { value: checked.data, label: formatAddress(checked.data) };
    return { is: "filled", filled, remember: { address, addressOrder } };
  }
  const { words, language } = dialogue;
  const wrong = [...new Set(checked.error.issues.map(({ path }) => String(path[0])))];
  const missing = parsed.missing.filter((field) => !(field in address));
  const names = [...new Set([...missing, ...wrong])].map((field) => words(`address.field.${field as Field}`));
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  return {
    is: "question",
    text: words("address.missing", { fields: list }),
    remember: { address, addressOrder },
  };
}

/** A flat or a floor without its street is one of the street that was known; a flat that was named there is replaced. */
function linesOf({ parts, lines }: ParsedAddress, before: readonly string[]): string[] {
  if (lines.length === 0) return [...before];
  const [door] = lines;
  if (parts.includes("street") || !parts.includes("door") || before.length === 0 || !door) return [...lines];
  const last = before.at(-1)!;
  const isHan = /\p{Script=Han}/u.test(door);
  const old = isHan ? new RegExp(`[\\dA-Za-z-]+${door.at(-1)}$`, "u") : FLAT;
  const at = before.findLastIndex((line) => old.test(line));
  if (at >= 0) return before.map((line, i) => (i === at ? line.replace(old, door) : line));
  return isHan ? [...before.slice(0, -1), `${last}${door}`] : [...before, door];
}

const FLAT =
  /(?<!\p{L})(?:apt|apartment|unit|suite|flat|floor|piso|puerta|depto|departamento|int|#)\.?\s*\S+(?:\s\p{L})?$|^\d{1,2} ?[º°ª] ?\p{L}$/iu;

/** In the street that was said before, another house is in the same town. */
function isSameStreet(lines: readonly string[], before: readonly string[]): boolean {
  const wordsOf = (text = "") =>
    text
      .match(/\p{Script=Han}|\p{L}{4,}/gu)
      ?.join(" ")
      .toLowerCase() ?? "";
  const streets = before.map(wordsOf).filter(Boolean);
  return lines.map(wordsOf).some((street) => street !== "" && streets.includes(street));
}

const definedOf = (parts: Partial<PostalAddress>) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

type Field = "recipient" | "phone" | "lines" | "city" | "region" | "postalCode" | "country";

/** On one line, in the order in which its country writes it. */
export function formatAddress(address: PostalAddress): string {
  const { recipient, phone, lines, city, region, postalCode, country } = address;
  const parts =
    country === "CN"
      ? [`${region ?? ""}${city === region ? "" : city}${lines.join("")}`, recipient, phone, postalCode]
      : [recipient, ...lines, [postalCode, city].filter(Boolean).join(" "), region, country, phone];
  return parts.filter(Boolean).join(", ");
}
