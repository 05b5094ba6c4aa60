import { foldDiacritics, normalizeText } from "../text/normalize-text";

/** One way to say a concept in English or Spanish: words in order, each whole or a beginning, or a gap. */
export interface TermPattern {
  concepts: readonly string[];
  words: readonly PatternWord[];
}
export type PatternWord = { text: string; isPrefix: boolean } | "gap";

/** The dictionary of shop terms, ready to be looked up. */
export interface ShopTerms {
  /** Chinese terms with their concepts, and the length of the longest. */
  han: ReadonlyMap<string, readonly string[]>;
  longestHan: number;
  /** Patterns by the beginning of their first word, see `keysOf`. */
  latin: ReadonlyMap<string, readonly TermPattern[]>;
}

/**
 * Reads a dictionary of shop terms. A line is `concept: Chinese terms | English | Spanish`; Chinese terms are apart by
 * blanks, the others by commas. `return*` stands for every word that begins so, `~` for up to three words between.
 * `a>b` says that what is `a` is `b` too. Latin letters are read without diacritics and apostrophes.
 */
export function readShopTerms(lists: readonly string[]): ShopTerms {
  const han = new Map<string, string[]>();
  const latin = new Map<string, TermPattern[]>();
  for (const line of lists.flatMap((list) => list.trim().split("\n"))) {
    const colon = line.indexOf(":");
    const concepts = line.slice(0, colon).trim().split(">");
    const [chinese = "", ...others] = line.slice(colon + 1).split("|");
    for (const term of chinese.split(/\s+/).filter(Boolean)) {
      const key = normalizeText(term);
      han.set(key, [...new Set([...(han.get(key) ?? []), ...concepts])]);
    }
    for (const phrase of others.flatMap((list) => list.split(","))) addPattern(latin, phrase, concepts);
  }
  return { han, latin, longestHan: Math.max(...[...han.keys()].map((term) => term.length)) };
}

/** Beginnings under which patterns for a word may stand: three letters, or a shorter word whole. */
export function keysOf(word: string): string[] {
  return word.length > 2 ? [word.slice(0, 3), word.slice(0, 2)] : [word];
}

/** Words of Latin letters and digits, without diacritics and apostrophes. */
export function wordsOf(text: string): string[] {
  return (
    foldDiacritics(normalizeText(text))
      .replace(/['’]/g, "")
      .match(/[a-z0-9]+/g) ?? []
  );
}

function addPattern(latin: Map<string, TermPattern[]>, phrase: string, concepts: string[]): void {
  const words = phrase
    .trim()
    .split(/\s+/)
    .flatMap((word): PatternWord[] => {
      if (word === "~") return ["gap"];
      return wordsOf(word).map((text) => ({ text, isPrefix: word.endsWith("*") }));
    });
  const [first] = words;
  if (!first || first === "gap") return;
  const key = first.text.slice(0, 3);
  latin.set(key, [...(latin.get(key) ?? []), { concepts, words }]);
}
