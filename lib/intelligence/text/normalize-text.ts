/** Longest input that any text model reads, in UTF-16 units; the rest is cut off. */
export const MAX_TEXT_LENGTH = 2000;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Variation_Selector}]+/gu;
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

/** Latin letters without accents ("dónde" → "donde"); other scripts are left as they are. */
export function foldDiacritics(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
}
