import { normalizeForModel } from "../text/normalize-text";
import {
  keysOf,
  type PatternWord,
  readShopTerms,
  type ShopTerms,
  type TermPattern,
  wordsOf,
} from "./read-shop-terms";
import { ACCOUNT_TERMS } from "./shop-terms/account";
import { DELIVERY_TERMS } from "./shop-terms/delivery";
import { ORDER_TERMS } from "./shop-terms/orders";
import { PAYMENT_TERMS } from "./shop-terms/payment";
import { RETURN_TERMS } from "./shop-terms/returns";

const LONGEST_GAP = 3;
let terms: ShopTerms | undefined;

/**
 * What a text speaks of in a shop's terms, in whatever of the three languages it is written: `小票`, `receipt` and
 * `comprobante` are all `receipt`. A concept comes as often as it is said. Chinese is read from the left, the longest
 * term first; so are English and Spanish, but what stands in the gap of a phrase is read too.
 */
export function findShopConcepts(text: string): string[] {
  terms ??= readShopTerms([RETURN_TERMS, ORDER_TERMS, DELIVERY_TERMS, PAYMENT_TERMS, ACCOUNT_TERMS]);
  return [...hanConcepts(normalizeForModel(text), terms), ...latinConcepts(wordsOf(text), terms)];
}

function hanConcepts(normal: string, { han, longestHan }: ShopTerms): string[] {
  const found: string[] = [];
  for (let at = 0; at < normal.length; ) {
    let length = Math.min(longestHan, normal.length - at);
    while (length > 0 && !han.has(normal.slice(at, at + length))) length -= 1;
    if (length > 0) found.push(...han.get(normal.slice(at, at + length))!);
    at += Math.max(1, length);
  }
  return found;
}

function latinConcepts(words: readonly string[], { latin }: ShopTerms): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const patterns = keysOf(words[at]!).flatMap((key) => latin.get(key) ?? []);
    const matching = patterns.filter(({ words: wanted }) => isAt(wanted, words, at));
    const gapped = matching.filter(({ words: wanted }) => wanted.includes("gap"));
    const whole = matching.filter((pattern) => !gapped.includes(pattern));
    const length = Math.max(0, ...whole.map(({ words: wanted }) => wanted.length));
    found.push(...new Set([...longest(whole, length), ...gapped].flatMap(({ concepts }) => concepts)));
    at += Math.max(1, length);
  }
  return found;
}

/** Of phrases of so many words the most exact: `comprobante` is no `compr*`. */
function longest(patterns: readonly TermPattern[], length: number): TermPattern[] {
  const letters = ({ words }: TermPattern) =>
    words.reduce((sum, word) => sum + (word === "gap" ? 0 : word.text.length), 0);
  const longOnes = patterns.filter(({ words }) => words.length === length);
  const most = Math.max(0, ...longOnes.map(letters));
  return longOnes.filter((pattern) => letters(pattern) === most);
}

function isAt(wanted: readonly PatternWord[], words: readonly string[], at: number): boolean {
  const [first, ...rest] = wanted;
  if (first === undefined) return true;
  if (first === "gap") {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1)
      if (isAt(rest, words, at + skipped)) return true;
    return false;
  }
  const word = words[at];
  if (word === undefined || !(first.isPrefix ? word.startsWith(first.text) : word === first.text))
    return false;
  return isAt(rest, words, at + 1);
}
