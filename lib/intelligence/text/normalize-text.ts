import { toSimplified } from "./traditional-chinese";

/** Longest input that any text model reads, in UTF-16 units; the rest is cut off. */
export const MAX_TEXT_LENGTH = 2000;

/** Private-use characters that stand for whole entities in features, one unit each so that n-grams reach past them. */
export const PLACEHOLDERS = {
  email: "\uE000",
  url: "\uE001",
  code: "\uE002",
  number: "\uE003",
  phone: "\uE004",
} as const;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Variation_Selector}]+/gu;
const URL_LIKE = /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,500}/g;
const EMAIL_LIKE = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g;
const CODE_LIKE =
  /(?<![a-z0-9])#?(?:[a-z]{1,5}-?\d{4,20}[a-z]{0,4}|\d[a-z0-9]{0,2}[a-z][a-z0-9]{8,20})(?![a-z0-9])/g;
const PHONE_LIKE = /(?<!\d)\+?\d{1,3}(?:[ -]?\d{2,4}){3,5}(?!\d)/g;
const DIGITS = /\d{1,64}/g;

/**
 * Canonical form of a customer's text: NFKC, lower case, without control, format (bidi, zero-width),
 * private-use and lone surrogate characters, runs of white space as one blank, ends trimmed.
 * Reads the first `MAX_TEXT_LENGTH` UTF-16 units only. Never throws; may return "".
 */
export function normalizeText(text: string): string {
  return text
    .slice(0, MAX_TEXT_LENGTH)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(INVISIBLE, "")
    .replace(/ +/g, " ")
    .trim();
}

/** What the model reads: `normalizeText`, with common traditional Chinese characters as their simplified forms. */
export function normalizeForModel(text: string): string {
  return toSimplified(normalizeText(text));
}

/**
 * The form that features are taken from: `normalizeText`, then e-mails, links, codes, phones and long numbers
 * as one placeholder character each, shorter digit runs as zeros of the same length, Latin letters without
 * diacritics, and common traditional Chinese characters as their simplified forms.
 */
export function normalizeForFeatures(text: string): string {
  const masked = normalizeText(text)
    .replace(URL_LIKE, PLACEHOLDERS.url)
    .replace(EMAIL_LIKE, PLACEHOLDERS.email)
    .replace(CODE_LIKE, PLACEHOLDERS.code)
    .replace(PHONE_LIKE, (run) => (countDigits(run) >= 9 ? PLACEHOLDERS.phone : run))
    .replace(DIGITS, (run) => (run.length >= 5 ? PLACEHOLDERS.number : "0".repeat(run.length)));
  return toSimplified(foldDiacritics(masked));
}

/** Latin letters without accents ("dónde" → "donde"); other scripts are left as they are. */
export function foldDiacritics(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
}

function countDigits(text: string): number {
  let count = 0;
  for (const char of text) if (char >= "0" && char <= "9") count += 1;
  return count;
}
