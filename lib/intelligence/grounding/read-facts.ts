import { parseNumeral, spellNumbersInDigits } from "./number-words";
import {
  CURRENCY,
  currencyOf,
  MEASURE,
  MONTH,
  MONTHS,
  measureOf,
  RELATIVE_DAYS,
  SPAN,
  spanOf,
  WEEKDAY,
  WEEKDAYS,
} from "./patterns";
import { guessLanguage, type TextLanguage } from "./text-language";

export type FactKind =
  | "url"
  | "email"
  | "weekday"
  | "relative_day"
  | "date"
  | "time"
  | "money"
  | "percent"
  | "span"
  | "measure"
  | "phone"
  | "code"
  | "size"
  | "number";

/** Something that is either so or not: what it is (`value`, the same in every language) and how it was written. */
export interface Fact {
  kind: FactKind;
  value: string;
  text: string;
}

const NUMERAL = "\\d[\\d.,]*\\d|\\d";

/** A text of which what has been read is blanked out, so that nothing is read twice. */
class Reading {
  readonly facts: (Fact & { at: number })[] = [];
  constructor(public text: string) {}

  take(kind: FactKind, pattern: RegExp, toValue: (match: RegExpExecArray) => string | string[] | null): void {
    this.text = this.text.replace(pattern, (...parts) => {
      const found = parts[0] as string;
      const at = parts.find((part, index) => index > 0 && typeof part === "number") as number;
      const groups = parts.slice(0, parts.indexOf(at, 1)) as unknown as RegExpExecArray;
      const value = toValue(groups);
      if (value === null) return found;
      for (const one of [value].flat()) this.facts.push({ kind, value: one, text: found.trim(), at });
      return " ".repeat(found.length);
    });
  }
}

/**
 * Every number, amount, date, time, span, code, address and contact that a text states, in the order of the text
 * within each kind. Written-out numbers and the ways of three languages to write a date come to the same value.
 */
export function readFacts(text: string, language: TextLanguage | null = guessLanguage(text)): Fact[] {
  // A full-width comma parts a sentence; as an ASCII one it would stand between two numbers.
  const reading = new Reading(text.replace(/，/g, ", ").normalize("NFKC"));
  reading.take("url", /(?:https?:\/\/|www\.)[^\s<>"'，。；、）)]+/giu, ([url]) =>
    url!
      .toLowerCase()
      .replace(/[.,;:!?]+$/, "")
      .replace(/^https?:\/\//, "")
      .replace(/\/$/, ""),
  );
  reading.take("email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu, ([email]) =>
    email!.toLowerCase().replace(/\.$/, ""),
  );
  reading.take(
    "url",
    /(?<![\p{L}\d@])(?:[a-z\d-]+\.)+(?:com|cn|net|org|shop|store|io|es|example)(?:\/\S*)?(?![\p{L}\d])/giu,
    ([url]) => url!.toLowerCase().replace(/[.,;:!?]+$/, ""),
  );
  reading.take(
    "weekday",
    new RegExp(`(?<!\\p{Script=Latin})(?:${WEEKDAY})(?!\\p{Script=Latin})`, "giu"),
    ([name]) => String(WEEKDAYS.get(name!.toLowerCase())),
  );
  for (const [value, pattern] of RELATIVE_DAYS) reading.take("relative_day", pattern, () => value);
  reading.text = spellNumbersInDigits(reading.text, language);
  readDates(reading, language);
  readTimes(reading);
  reading.take("phone", /(?<![\p{L}\d-])\+\d[\d\s().-]{6,}\d(?!\d)/gu, ([phone]) =>
    phone!.replace(/\D/g, ""),
  );
  readAmounts(reading);
  readCodes(reading);
  reading.take("number", new RegExp(`(?:${NUMERAL})(?:st|nd|rd|th|\\.?º|\\.?ª)?`, "giu"), ([written]) =>
    String(parseNumeral(written!.replace(/[^\d.,]/g, ""))),
  );
  return reading.facts.sort((a, b) => a.at - b.at).map(({ kind, value, text }) => ({ kind, value, text }));
}

const toDate = (month: number, day: number, year?: string) =>
  month < 1 || month > 12 || day < 1 || day > 31 ? null : `${year ? `${year}-` : ""}${month}-${day}`;
const monthOf = (name: string) => MONTHS.get(name.toLowerCase())!;

function readDates(reading: Reading, language: TextLanguage | null): void {
  const take = (pattern: RegExp, toValue: (match: RegExpExecArray) => string | null) =>
    reading.take("date", pattern, toValue);
  take(/(?<![\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu, ([, year, month, day]) =>
    toDate(Number(month), Number(day), year),
  );
  take(/(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/gu, ([, year, month, day]) =>
    toDate(Number(month), Number(day), year),
  );
  take(
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.?º)?\\s+(?:of\\s+|de\\s+)?(${MONTH})\\.?(?!\\p{L})(?:,?\\s+(?:de\\s+|del\\s+)?(\\d{4}))?`,
      "giu",
    ),
    ([, day, month, year]) => toDate(monthOf(month!), Number(day), year),
  );
  take(
    new RegExp(
      `(?<!\\p{L})(${MONTH})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s+(\\d{4}))?`,
      "giu",
    ),
    ([, month, day, year]) => toDate(monthOf(month!), Number(day), year),
  );
  take(/(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/gu, ([, first, second, year]) => {
    const full = year?.length === 2 ? `20${year}` : year;
    const [a, b] = [Number(first), Number(second)];
    return language === "es" || a > 12 ? toDate(b, a, full) : toDate(a, b, full);
  });
  take(
    /(?<!\p{L})(?:in|en|during|durante)\s+(january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\p{L})/giu,
    ([, month]) => String(monthOf(month!)),
  );
  take(/(?<!\d)(\d{1,2})月(?:份|底|初|中旬)?/gu, ([, month]) => String(Number(month)));
}

function toTime(hour: number, minute: number, isAfternoon: boolean | null): string | null {
  if (hour > 24 || minute > 59) return null;
  const whole =
    isAfternoon === true && hour < 12 ? hour + 12 : isAfternoon === false && hour === 12 ? 0 : hour;
  return `${whole}:${String(minute).padStart(2, "0")}`;
}

function readTimes(reading: Reading): void {
  const half = (word: string | undefined) =>
    word === undefined ? null : /^p|下午|晚上|tarde|noche|afternoon|evening/i.test(word);
  reading.take(
    "time",
    /(上午|早上|凌晨|中午|下午|晚上)?\s*(?<!\d)(\d{1,2})[点時](?:(\d{1,2})分?|(半)|整)?/gu,
    ([, part, hour, minute, isHalf]) => toTime(Number(hour), isHalf ? 30 : Number(minute ?? 0), half(part)),
  );
  reading.take(
    "time",
    /(上午|早上|凌晨|中午|下午|晚上)?\s*(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])\s*(a\.?\s?m\.?|p\.?\s?m\.?|in the (?:morning|afternoon|evening)|de la (?:mañana|tarde|noche))?(?!\p{L})/giu,
    ([, before, hour, minute, after]) => toTime(Number(hour), Number(minute), half(before ?? after)),
  );
  reading.take(
    "time",
    /(?<![\d.,])(\d{1,2})\s?(a\.?\s?m\.?|p\.?\s?m\.?|o'clock)(?!\p{L})/giu,
    ([, hour, part]) => toTime(Number(hour), 0, /^o/i.test(part!) ? null : half(part)),
  );
  reading.take(
    "time",
    /(?<!\p{L})las?\s+(\d{1,2})(?!\s*(?:días|horas|semanas|meses|piezas|unidades|\d))(\s+y media)?(?:\s+de la (mañana|tarde|noche))?(?=\s|[.,;]|$)/giu,
    ([, hour, isHalf, part]) =>
      part || isHalf ? toTime(Number(hour), isHalf ? 30 : 0, part ? half(part) : null) : null,
  );
}

function readAmounts(reading: Reading): void {
  const money = (written: string, currency: string) =>
    `${currencyOf(currency)} ${parseNumeral(written).toFixed(2)}`;
  reading.take(
    "money",
    new RegExp(`(?<!\\p{Script=Latin})(${CURRENCY})\\s?(${NUMERAL})(?!\\p{Script=Latin})`, "giu"),
    ([, currency, written]) => money(written!, currency!),
  );
  reading.take(
    "money",
    new RegExp(`(?<![\\p{Script=Latin}\\d])(${NUMERAL})\\s?(${CURRENCY})(?!\\p{Script=Latin})`, "giu"),
    ([, written, currency]) => money(written!, currency!),
  );
  reading.take("percent", /百分之\s*(\d+(?:\.\d+)?)/gu, ([, written]) => String(Number(written)));
  reading.take(
    "percent",
    new RegExp(`(${NUMERAL})\\s?(?:%|percent(?!\\p{L})|per cent|por ciento)`, "giu"),
    ([, written]) => String(parseNumeral(written!)),
  );
  reading.take("percent", /(\d+(?:\.\d+)?)\s*折/gu, ([, written]) => {
    const tenths = Number(written);
    return String(Math.round((100 - (tenths < 10 ? tenths * 10 : tenths)) * 10) / 10);
  });
  const range = `(?:(${NUMERAL})\\s*(?:-|–|—|~|to|or|and|a|o|y|至|到|或)\\s*)?`;
  reading.take(
    "span",
    new RegExp(`(?<![\\p{Script=Latin}\\d])${range}(${NUMERAL})[\\s-]*(${SPAN})(?!\\p{Script=Latin})`, "giu"),
    ([, from, to, unit]) =>
      [from, to].filter((part) => part !== undefined).map((part) => spanOf(parseNumeral(part!), unit!)),
  );
  reading.take(
    "measure",
    new RegExp(`(?<![\\p{Script=Latin}\\d])(${NUMERAL})\\s?(${MEASURE})(?!\\p{Script=Latin})`, "giu"),
    ([, written, unit]) => `${parseNumeral(written!)} ${measureOf(unit!)}`,
  );
}

function readCodes(reading: Reading): void {
  reading.take("code", /(?<![\p{Script=Latin}\d-])[A-Za-z]+[A-Za-z\d-]*\d[A-Za-z\d-]*/gu, ([code]) =>
    code!.toUpperCase(),
  );
  reading.take("code", /(?<![\d.,])\d+(?:-[A-Za-z\d]+)+(?!\d)/gu, ([code]) => code!.toUpperCase());
  reading.take("code", /(?<![\d.,-])\d{6,}(?![\d.,-]\d)/gu, ([code]) => code!);
  reading.take("phone", /(?<!\d)\(?\d[\d\s().-]{7,}\d(?!\d)/gu, ([phone]) => phone!.replace(/\D/g, ""));
  reading.take(
    "size",
    /(?<![\p{Script=Latin}\d'’-])(?:X{0,3}[SL]|M)(?![\p{Script=Latin}\d'’-])/gu,
    ([size]) => size!,
  );
}
