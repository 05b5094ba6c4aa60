import { toSimplified } from "./traditional-chinese";

/** A unit that names are compared by: a Latin word or a run of digits, conflated, or two neighbouring Han characters. */
export interface NameToken {
  key: string;
  /** Units of the text that was tokenised, `end` excluded. */
  start: number;
  end: number;
  isHan: boolean;
  /** An article, a preposition and the like: never indexed, and may stand between the words of a name. */
  isFiller: boolean;
}

/** 厘米 and cm are one word, so that "20cm煎锅" names a 20厘米煎锅. */
const UNITS = new Map([
  ["厘米", "cm"],
  ["公分", "cm"],
  ["毫米", "mm"],
  ["英寸", "inch"],
  ["公斤", "kg"],
  ["千克", "kg"],
  ["毫升", "ml"],
]);
const WORD =
  /厘米|公分|毫米|英寸|公斤|千克|毫升|\p{Script=Han}{1,4000}|(?:(?!\p{Script=Han})\p{L}|\p{M}){1,60}|\p{N}{1,20}/gu;
const FILLERS = new Set(
  "a an the of in for with to my your this that de del la el los las un una en con para por mi tu este esta se".split(
    " ",
  ),
);
const HAN_FILLERS = new Set("的之款个");

/**
 * Tokens of a text in half-width forms, in order. Case, accents, plurals and traditional characters make no
 * difference; letters and digits are kept apart, so that "iPhone15" and "iPhone 15" are alike.
 */
export function tokenizeName(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const unit = UNITS.get(word);
    if (unit) tokens.push({ key: unit, ...spanOf(index, word), isHan: false, isFiller: false });
    else if (/^\p{Script=Han}/u.test(word)) pushPairs(tokens, toSimplified(word), index);
    else {
      const key = conflate(word);
      if (key) tokens.push({ key, ...spanOf(index, word), isHan: false, isFiller: FILLERS.has(key) });
    }
  }
  return tokens;
}

function pushPairs(tokens: NameToken[], run: string, index: number): void {
  let previous: { char: string; at: number } | null = null;
  let at = index;
  for (const char of run) {
    if (HAN_FILLERS.has(char)) {
      tokens.push({ key: char, ...spanOf(at, char), isHan: true, isFiller: true });
      previous = null;
    } else {
      if (previous) {
        const span = { start: previous.at, end: at + char.length };
        tokens.push({ key: previous.char + char, ...span, isHan: true, isFiller: false });
      }
      previous = { char, at };
    }
    at += char.length;
  }
}

function spanOf(start: number, word: string): { start: number; end: number } {
  return { start, end: start + word.length };
}

/**
 * Singular and plural of English and Spanish nouns to one key ("boxes" and "box", "knives" and "knife", "luces" and
 * "luz"), after the s-stemmer (Harman 1991), with the letters that change before an ending made alike.
 */
function conflate(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
  if (plain.length <= 3) return plain;
  const singular = plain.endsWith("ss") ? plain : plain.replace(/(?:es|s|e)$/, "");
  return singular.replace(/y$/, "i").replace(/z$/, "c").replace(/f$/, "v");
}
