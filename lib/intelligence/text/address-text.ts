import { foldForEntities } from "./fold-for-entities";
import type { AddressHints } from "./parsed-address";
import { findPhones, type Span } from "./personal-data-phones";

/** Nobody writes an address behind so much else. */
const MAX_LENGTH = 4_000;
/** Stands where something was that is no part of an address, so that nothing is read across it. */
export const CUT = "|";

/** Numbers that are an order's, a parcel's or a price's, links and e-mails. */
const NOT_ADDRESS: readonly RegExp[] = [
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/gi,
  /(?:https?:\/\/|www\.)[!-~]{1,500}/gi,
  /(?:\[ORDERID_\d{1,12}\]|订单[编]?[号號]?|訂單編?號?|单号|單號|运单号?|(?<![a-z])(?:orders?|po|tracking|case|caso|ref(?:erencia|erence)?|ticket|pedido|orden|gu[ií]a|seguimiento))[ :.#]{0,3}(?:number|no\.?|n[º°]|n[uú]mero|de compra|是|为|為)?[ :.#]{0,3}(?:is |es )?#?(?=[a-z-]{0,6}\d)[a-z0-9][a-z0-9-]{2,24}/gi,
  /(?<![a-z0-9])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|(?:SF|YT|ZTO|STO|JT|DPK)\d{10,15}|JD[A-Z]{0,2}\d{10,15})(?![a-z0-9])/gi,
  /(?<![A-Za-z0-9])#?[A-Z]{1,5}-\d{2,12}(?:-\d{2,12}){0,2}(?![A-Za-z0-9-])|(?<![A-Za-z0-9])[A-Z]{2,4}\d{4,12}(?![A-Za-z0-9])|#\d{4,12}(?![\da-z])/g,
  /(?:[$€£¥] ?\d{1,9}(?:[.,]\d{1,3}){0,3}|\d{1,9}(?:[.,]\d{1,3}){0,2} ?(?:元|块|€|£|eur(?:os?)?(?![a-z])|usd(?![a-z])|pesos(?![a-z])|d[oó]lares|dollars))/gi,
  /(?<!\d)(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?!\d)[日号號]?|(?<!\d)\d{1,2}月\d{1,2}[日号號]?/g,
];
/** What somebody says that the address is not, or no longer is. */
const DENIED: readonly RegExp[] = [
  /(?<![a-z])I(?:'ve)? (?:typed|wrote|entered|put|gave|written)[^,.;\n|]{1,30}? (?:rather than|instead of)(?![a-z])/gi,
  /(?<![\p{L}])(?:escribí|escribi|puse|pusimos|anoté)[^,.;\n|]{1,30}? (?:en vez de|en lugar de)(?![\p{L}])|(?<![\p{L}])(?:puse|escribí|puso) (?:la |el )?(?:puerta|piso|número|casa|portal) \d{1,4}[a-z]?(?= (?:y|pero) )|(?<![\p{L}])del (?:piso|número) \d{1,4}(?= al? )/giu,
  /(?:而|并)?不(?:是 ?|要寄到?|在)(?![^,。;\n]{0,3}吗)[^,。;\n |是]{1,24}|(?:(?<=把地址|地址|电话|號|号|,|^)从|由)[^,。;\n|]{1,40}?(?=改|换|換)|(?:写|寫|填|打|拍)(?:的是|成了?)[^,。;\n |]{1,24}|原来[^,。;\n|]{1,24}/g,
  /(?<![a-z])(?:and not|not to|not|no longer at|instead of|rather than|in place of|used to be|old (?:address|one|number) (?:is|was))(?![a-z]) [^,.;\n|]{1,48}/gi,
  /(?<![\p{L}\d])(?:y no|en vez de|en lugar de|no es|ya no es|ya no vivo en) (?:al? |la |el |en )?[^,.;\n|]{1,48}|, no (?!\d{1,3} ?-)[^,.;\n|]{1,32}/giu,
];

export interface AddressText {
  /** Half-width, lines kept apart, with cuts of the same length for what is no part of an address. */
  text: string;
  /** The same with phones and denials left in: where the words around them count. */
  whole: string;
  phone?: string | undefined;
}

/** Makes a text ready for the readers: phones are taken out, and numbers of other things are cut away. */
export function readyForAddress(raw: string, hints: AddressHints): AddressText {
  const { folded, offsets } = foldForEntities(raw.slice(0, MAX_LENGTH));
  const units = [...Array(folded.length).keys()].map((at) =>
    raw[offsets[at]!] === "\n" ? "\n" : folded[at] === CUT ? "/" : folded[at]!,
  );
  const whole = units.join("");
  const cut = (spans: Iterable<Span>) => {
    for (const { start, end } of spans) units.fill(CUT, start, end);
  };
  for (const pattern of NOT_ADDRESS) cut(spansOf(units.join(""), pattern));
  for (const pattern of DENIED) cut(spansOf(units.join(""), pattern));
  const open = units.join("");
  const phones = [...phonesOf(open, offsets, hints)];
  cut(phones);
  return { text: units.join(""), whole, phone: choosePhone(open, phones) };
}

function* spansOf(text: string, pattern: RegExp): Generator<Span> {
  for (const match of text.matchAll(pattern))
    yield { start: match.index, end: match.index + match[0].length };
}

function* phonesOf(text: string, offsets: Int32Array, hints: AddressHints): Generator<Span> {
  for (const span of findPhones(text)) if (text[span.end] !== "*") yield span;
  for (const { type, start, end } of hints.entities ?? []) {
    if (type !== "phone") continue;
    const from = offsets.indexOf(start);
    const to = offsets.indexOf(end - 1) + 1;
    if (from >= 0 && to > from && !text.slice(from, to).includes(CUT)) yield { start: from, end: to };
  }
}

const NEW_BEFORE = /(?:改成|改为|换成|换为|改|是|(?<![a-z])(?:to|be|is|es|a|por))[ :]{0,2}$/i;

/** Of several phones the one that is said to be the new one, else the first. */
function choosePhone(text: string, spans: readonly Span[]): string | undefined {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const chosen =
    sorted.find(({ start }) => NEW_BEFORE.test(text.slice(Math.max(0, start - 8), start))) ?? sorted[0];
  if (!chosen) return undefined;
  const phone = text.slice(chosen.start, chosen.end).trim();
  return /^\+?[\d ().-]{5,40}$/.test(phone) ? phone : undefined;
}
