import { foldForEntities } from "./fold-for-entities";
import {
  endOfIban,
  isChineseId,
  isPaymentCard,
  isSocialSecurityNumber,
  isSpanishId,
} from "./personal-data-checks";
import { NAMED_EXCEPTIONS, SHAPED_EXCEPTIONS } from "./personal-data-exceptions";
import { findChatLinks, findPhones, type Span } from "./personal-data-phones";

export type PersonalDataType =
  | "email"
  | "phone"
  | "payment_card"
  | "iban"
  | "chinese_id"
  | "spanish_id"
  | "curp"
  | "us_ssn";

/** What was hidden and where, without the value itself. */
export interface MaskedValue {
  type: PersonalDataType;
  /** First UTF-16 unit in the original text. */
  start: number;
  /** One past the last UTF-16 unit in the original text. */
  end: number;
  /** Letters and digits of the value; for an e-mail address all its characters. */
  length: number;
}

export interface MaskOptions {
  /** Language of the marks. */
  language: "en" | "zh" | "es";
  /** The shop's own form of order numbers: what it matches as a whole stays. Must be linear itself. */
  orderNumberPattern?: RegExp;
  /** Types that are found and left as they are. */
  keep?: readonly PersonalDataType[];
}

const ID_MARKS = { en: "[ID number]", zh: "[证件号]", es: "[documento]" };
const MARKS: Record<PersonalDataType, Record<MaskOptions["language"], string>> = {
  email: { en: "[e-mail]", zh: "[邮箱]", es: "[correo]" },
  phone: { en: "[phone]", zh: "[电话]", es: "[teléfono]" },
  payment_card: { en: "[card number]", zh: "[银行卡号]", es: "[tarjeta]" },
  iban: { en: "[bank account]", zh: "[银行账号]", es: "[cuenta bancaria]" },
  chinese_id: ID_MARKS,
  spanish_id: ID_MARKS,
  curp: ID_MARKS,
  us_ssn: ID_MARKS,
};

const EMAIL =
  /(?<![a-z0-9._%+-])[a-z0-9_][a-z0-9._%+'-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z0-9])/gi;
const IBAN_START = /(?<![a-z0-9])[a-z]{2}\d{2}(?=[ -]?[a-z0-9])/gi;
const CURP =
  /(?<![a-z0-9])[a-z][aeioux][a-z]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[hmx](?:as|bc|bs|c[chlms]|d[fg]|g[rt]|hg|jc|m[cns]|n[elt]|oc|pl|q[rt]|s[lpr]|t[cls]|vz|yn|zs)[b-df-hj-np-tv-z]{3}[a-z0-9]\d(?![a-z0-9])/gi;
const CHINESE_ID = /(?<![a-z0-9+]|\d[-.])(?:\d{6}[ -]?\d{8}[ -]?\d{3}[\dx]|\d{15})(?![a-z0-9]|-\d)/gi;
/** The letter stands apart only behind a word for the document: "12345678 y" is a number and a word. */
const SPANISH_ID =
  /(?<![a-z0-9]|[a-z0-9][-_/.])(?:\d{8}-?[a-z]|\d{1,2}\.\d{3}\.\d{3}-?[a-z]|[xyz]-?\d{7}-?[a-z])(?![a-z0-9]|-\w)/gi;
const NAMED_SPANISH_ID =
  /(?<![a-z])(?:dni|nif|nie)[^a-z0-9]{0,4}(?:es )?(?<value>[xyz\d][ .-]?[\d. -]{7,10}[a-z])(?![a-z0-9])/gi;
const SSN = /(?<![a-z0-9]|[a-z0-9][-_/.])\d{3}(?<s>[ -])\d{2}\k<s>\d{4}(?![a-z0-9]|[-.]\d)/gi;
const NAMED_SSN =
  /(?<![a-z])(?:ssn|social security(?: number| no)?)[^a-z0-9]{0,4}(?:is )?(?<value>\d{9})(?!\d)/gi;
const DIGIT_RUN = /(?<![a-z0-9+]|\d[-.])\d{4,19}(?:[ .-]{1,2}\d{1,19})*(?![a-z0-9])/gi;

/**
 * Hides personal data in a text: e-mail addresses, telephone numbers, payment cards (Luhn), bank accounts (IBAN,
 * MOD 97-10), Chinese, Spanish, Mexican and United States personal numbers (by their checks). Order and tracking
 * numbers, prices, dates and article codes stay. Full-width forms and invisible marks are read as what they show.
 *
 * Where two readings overlap, the one that is proven better wins: an address, a number called an order's, a check
 * digit, a shape. A bare number of ten digits is a telephone only where a word says so; it may as well be an order.
 * Linear in the text's length; the same text gives the same result, and a masked text stays as it is.
 */
export function maskPersonalData(text: string, options: MaskOptions): { text: string; found: MaskedValue[] } {
  const { folded, offsets } = foldForEntities(text);
  const found = findPersonalData(folded, options.orderNumberPattern)
    .filter(({ type }) => !options.keep?.includes(type))
    .map(({ type, start, end }) => {
      const value = folded.slice(start, end);
      const length = type === "email" ? value.length : value.replace(/[^a-z0-9]/gi, "").length;
      return { type, start: offsets[start]!, end: offsets[end - 1]! + 1, length };
    })
    .sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { type, start, end } of found) {
    parts.push(text.slice(at, start), MARKS[type][options.language]);
    at = end;
  }
  return { text: parts.join("") + text.slice(at), found };
}

type Found = Span & { type: PersonalDataType };

function findPersonalData(text: string, orderNumberPattern: RegExp | undefined): Found[] {
  const taken = new Uint8Array(text.length);
  const found: Found[] = [];
  const isOrder = readOrders(text, orderNumberPattern);
  const take = (type: PersonalDataType | null, spans: Iterable<Span>) => {
    for (const span of spans) {
      if (taken.subarray(span.start, span.end).includes(1) || (type && isOrder(span))) continue;
      taken.fill(1, span.start, span.end);
      if (type) found.push({ type, ...span });
    }
  };
  take("email", spansOf(text, EMAIL));
  take("phone", findChatLinks(text));
  for (const pattern of NAMED_EXCEPTIONS) take(null, spansOf(text, pattern));
  take("iban", findIbans(text));
  take("curp", spansOf(text, CURP));
  take(
    "chinese_id",
    spansOf(text, CHINESE_ID, (raw) => isChineseId(raw.replace(/[ -]/g, ""))),
  );
  take("payment_card", findCards(text));
  const isOfSpain = (raw: string) => isSpanishId(raw.replace(/[ .-]/g, "").padStart(9, "0"));
  take("spanish_id", spansOf(text, SPANISH_ID, isOfSpain));
  take("spanish_id", spansOf(text, NAMED_SPANISH_ID, isOfSpain));
  take(
    "us_ssn",
    spansOf(text, SSN, (raw) => isSocialSecurityNumber(raw.replace(/\D/g, ""))),
  );
  take("us_ssn", spansOf(text, NAMED_SSN, isSocialSecurityNumber));
  for (const pattern of SHAPED_EXCEPTIONS) take(null, spansOf(text, pattern));
  take("phone", findPhones(text));
  return found;
}

/** Tells whether a span lies within one order number of the shop. */
function readOrders(text: string, pattern: RegExp | undefined): (span: Span) => boolean {
  if (!pattern) return () => false;
  const orderAt = new Int32Array(text.length);
  let count = 0;
  for (const { start, end } of spansOf(text, withFlags(pattern))) orderAt.fill(++count, start, end);
  return ({ start, end }) => orderAt[start] !== 0 && orderAt[start] === orderAt[end - 1];
}

function* spansOf(text: string, pattern: RegExp, accepts?: (raw: string) => boolean): Generator<Span> {
  for (const match of text.matchAll(pattern)) {
    const raw = match.groups?.value ?? match[0];
    const start = match.index + match[0].lastIndexOf(raw);
    if (raw !== "" && (!accepts || accepts(raw))) yield { start, end: start + raw.length };
  }
}

function* findIbans(text: string): Generator<Span> {
  for (const { index: start } of text.matchAll(IBAN_START)) {
    const end = endOfIban(text, start);
    if (end >= 0) yield { start, end };
  }
}

const MAX_CARD_DIGITS = 19;

/** Card numbers in a run of digit groups; the run may begin with another number and end with one. */
function* findCards(text: string): Generator<Span> {
  for (const run of text.matchAll(DIGIT_RUN)) {
    const groups = [...run[0].matchAll(/\d+/g)];
    for (let first = 0; first < groups.length; first += 1) {
      const start = groups[first]!.index;
      const last = first === 0 || run[0][start - 1] === " " ? lastGroupOfCard(groups, first) : -1;
      if (last < 0) continue;
      const end = groups[last]!;
      yield { start: run.index + start, end: run.index + end.index + end[0].length };
      first = last;
    }
  }
}

/** Index of the group with which a card number that begins with the group `first` ends, or -1. */
function lastGroupOfCard(groups: readonly (readonly string[])[], first: number): number {
  let digits = "";
  let found = -1;
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index]![0]!;
    if (digits.length + group.length > MAX_CARD_DIGITS) break;
    // Sizes and quantities in a row are no card: its last group alone may be short.
    if (index === first && group.length < 4) break;
    digits += group;
    if (isPaymentCard(digits, index > first)) found = index;
    if (group.length < 4) break;
  }
  return found;
}

function withFlags(pattern: RegExp): RegExp {
  const flags = new Set([...pattern.flags.replace("y", ""), "g", "i"]);
  return new RegExp(pattern.source, [...flags].join(""));
}
