import { foldForEntities } from "./fold-for-entities";
import { MEASUREMENT_PATTERNS, type Measure, normalizeMeasurement } from "./measurement-patterns";
import { dateAt, isYearFirst, normalizeAmount, normalizePhone } from "./normalize-entities";
import type { NamedProduct, ProductMention } from "./product-names";
import { normalizeSize, SIZE_PATTERNS } from "./size-patterns";

export const ENTITY_TYPES = [
  "order_number",
  "email",
  "phone",
  "tracking_number",
  "amount",
  "date",
  "size",
  "measurement",
  "product",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A fact found in a text. */
export interface Entity {
  type: EntityType;
  /**
   * Normalised: order and tracking numbers upper-case without blanks, labels or "#"; e-mails lower-case; phones as
   * "+" and digits when the country is known, else digits; amounts as a decimal with a currency code when it is
   * certain ("12.50 EUR"); dates as ISO 8601 ("2024-11-05", without a year "--11-05"), as written when ambiguous;
   * sizes as `normalizeSize` says ("2XL", "EU 38", "170/92A"); measurements in "cm" or "kg"; of a product its id, as
   * written when several products go by that name.
   */
  value: string;
  /** Of a measurement: what of the body is measured, where that is said. */
  measure?: Measure;
  /** Of a product: what it can be, the nearest name first; more than one where the text leaves it open. */
  products?: NamedProduct[];
  /** First UTF-16 unit in the original text. */
  start: number;
  /** One past the last UTF-16 unit in the original text. */
  end: number;
}

/**
 * `orderNumberPattern`: the shop's own form, matched before the default one on half-width text, case-insensitively;
 * where it has a group named `value`, that group is the number.
 */
export interface ExtractOptions {
  orderNumberPattern?: RegExp;
  /** Finds the shop's products in half-width text: `findProductNames` over its index. */
  findProducts?: ((folded: string) => ProductMention[]) | undefined;
}

// Every quantifier is bounded and every look-behind is one unit, so that a scan is linear in the text.
const URL = /(?:https?:\/\/|www\.)[!-~]{1,500}/gi;
const EMAIL =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z0-9])/gi;
const TRACKING =
  /(?<![a-z0-9])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|(?:SF|YT|ZTO|STO|JT|DPK)\d{10,15}|JD[A-Z]{0,2}\d{10,15})(?![a-z0-9])/gi;
const LABELLED_TRACKING =
  /(?:tracking(?: number| no\.?| code| id)?|gu[ií]a|seguimiento|rastreo|运单号?|運單號?|快递单号|快遞單號|物流单号|物流單號)[ :#]{0,3}(?:is|es|是|为)?[ :#]{0,3}(?=[A-Z]{0,6}\d)(?<value>[A-Z0-9]{8,30})(?![A-Z0-9])/gi;
const CHINESE_MOBILE = /(?<![\d.+])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const INTERNATIONAL = /(?<![\d+])(?:\+|00(?=[1-9]\d[ -]))[1-9]\d{0,2}(?:[ .-]{0,2}\(?\d{1,4}\)?){2,6}(?!\d)/g;
const LABELLED_PHONE =
  /(?:phone|mobile|cell|whatsapp|tel[eé]fono|tel|celular|m[oó]vil|电话|電話|手机|手機)(?: ?number| ?no| es| is|号码|號碼|号|號|是|为){0,2}[ :.]{0,3}(?<value>\(?\d(?:[ .()-]{0,2}\d){5,14})(?!\d)/gi;
const YEAR_FIRST =
  /(?<!\d)(?:19|20)\d\d ?[-/.年] ?(?:1[0-2]|0?[1-9]) ?[-/.月] ?(?:3[01]|[12]\d|0?[1-9])(?!\d)[日号號]?/g;
const CHINESE_DAY = /(?<!\d)(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])[日号號]?(?!\d)/g;
const DAY_FIRST = /(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)(?![\d/])/g;
const NAMED_MONTH =
  /(?<![a-z0-9])(?:\d{1,2}(?:st|nd|rd|th)? (?:of |de )?[a-z]{3,10}(?:,? (?:de |del )?(?:19|20)\d\d)?|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?)(?![a-z0-9])/gi;
const AMOUNT =
  /(?:(?:US|MX|CN|HK)?\$|[€£¥]|(?<![a-z])(?:usd|eur|mxn|rmb|cny|gbp))[ ]?\d{1,9}(?:[.,]\d{1,3}){0,3}(?![\d])|(?<![\d.,a-z-])\d{1,9}(?:[.,]\d{1,3}){0,3} ?(?:元|块钱?|塊錢?|[€£]|(?:euros?|eur|usd|dollars?|d[oó]lares|pesos?|mxn|rmb|cny|yuan|bucks|pounds|gbp)(?![a-z]))/gi;
const POSTCODE =
  /(?:zip(?: ?code)?|post ?code|postal|c\.?p\.?|邮编|郵編|邮政编码)(?: is| es|是)?[ :]{0,3}\d{4,6}(?!\d)/gi;
const PREFIXED_ORDER = /(?<![a-z0-9])#? ?[a-z]{1,5}-?\d{2,12}(?:-\d{2,12}){0,2}(?![a-z0-9-])/gi;
const SPACED_ORDER = /(?<![a-z0-9])#?[b-df-hj-np-tv-xz]{2,4} \d{4,12}(?![\da-z])/gi;
const HASH_ORDER = /#\s?\d{3,12}(?![\da-z])/gi;
const BARE_ORDER =
  /(?<![\d.,a-z/+-])\d{5,12}(?![\d/a-z]|[.,-]\d|\s?(?:件|个|個|kg|cm|mm|ml|mah|克|公斤|米))/gi;
const NOT_A_PREFIX =
  /^#? ?(?:nr|mr|dr|st|sr|tv|pm|cp|zip|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[ -]?\d/i;

/**
 * Order numbers, e-mails, phones, tracking numbers, amounts, dates, sizes, measurements and, given the catalogue, names
 * of products in a text, by position, never overlapping.
 * Full-width forms are read as half-width and invisible marks are skipped; offsets are those of the original text.
 * Linear in the text's length, given a linear `orderNumberPattern`. Relative dates ("yesterday") are left alone.
 */
export function extractEntities(text: string, options: ExtractOptions = {}): Entity[] {
  const { folded, offsets } = foldForEntities(text);
  const taken = new Uint8Array(folded.length);
  const found: Entity[] = [];
  const isFree = (start: number, end: number) => !taken.subarray(start, end).includes(1);
  const take = (start: number, end: number, entity: Omit<Entity, "start" | "end"> | null) => {
    taken.fill(1, start, end);
    if (entity) found.push({ ...entity, start: offsets[start]!, end: offsets[end - 1]! + 1 });
  };
  const scan = (type: EntityType | null, pattern: RegExp, normalize: Normalize) => {
    for (const match of folded.matchAll(pattern)) {
      const raw = match.groups?.value ?? match[0];
      const inner = match[0].lastIndexOf(raw);
      const lead = raw.length - raw.trimStart().length;
      const start = match.index + inner + lead;
      const end = match.index + inner + raw.trimEnd().length;
      if (end <= start || !isFree(start, end)) continue;
      const normal = normalize(raw.trim(), match.groups?.label);
      if (normal === null) continue;
      take(start, end, type && { type, ...(typeof normal === "string" ? { value: normal } : normal) });
    }
  };
  scan("email", EMAIL, (raw) => raw.toLowerCase());
  scan(null, URL, (raw) => raw);
  if (options.orderNumberPattern) scan("order_number", withFlags(options.orderNumberPattern), compact);
  scan("tracking_number", LABELLED_TRACKING, compact);
  scan("tracking_number", TRACKING, compact);
  scan("date", YEAR_FIRST, (raw) => (isYearFirst(raw) ? dateAt(raw) : null));
  scan("phone", LABELLED_PHONE, normalizePhone);
  scan("phone", CHINESE_MOBILE, normalizePhone);
  scan("phone", INTERNATIONAL, normalizePhone);
  for (const { start, end, products } of options.findProducts?.(folded) ?? []) {
    const [only, ...others] = products;
    const value = others.length === 0 ? only!.id : folded.slice(start, end);
    if (isFree(start, end)) take(start, end, { type: "product", value, products });
  }
  for (const pattern of [CHINESE_DAY, DAY_FIRST, NAMED_MONTH]) scan("date", pattern, dateAt);
  for (const pattern of SIZE_PATTERNS) scan("size", pattern, normalizeSize);
  for (const pattern of MEASUREMENT_PATTERNS) scan("measurement", pattern, normalizeMeasurement);
  scan("amount", AMOUNT, normalizeAmount);
  scan(null, POSTCODE, (raw) => raw);
  scan("order_number", SPACED_ORDER, orderNumber);
  scan("order_number", PREFIXED_ORDER, orderNumber);
  scan("order_number", HASH_ORDER, orderNumber);
  scan("order_number", BARE_ORDER, orderNumber);
  return found.sort((a, b) => a.start - b.start);
}

/** A match in its normal form, or null where it is none after all. */
type Normalize = (raw: string, label?: string) => string | Pick<Entity, "value" | "measure"> | null;

function orderNumber(raw: string): string | null {
  if (NOT_A_PREFIX.test(raw)) return null;
  if (raw.replace(/\D/g, "").length < (raw.startsWith("#") ? 3 : 4)) return null;
  return compact(raw);
}

function compact(raw: string): string {
  return raw.toUpperCase().replace(/[\s#]+/g, "");
}

function withFlags(pattern: RegExp): RegExp {
  const flags = new Set([...pattern.flags.replace("y", ""), "g", "i"]);
  return new RegExp(pattern.source, [...flags].join(""));
}
