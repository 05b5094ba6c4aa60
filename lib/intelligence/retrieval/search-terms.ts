import { foldDiacritics } from "../text/normalize-text";
import { toSimplified } from "../text/traditional-chinese";
import { pairHan } from "./segment-han";

/** The longest term that is kept; what is longer is found by its beginning. */
const LONGEST_TERM = 40;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN_RUN = /\p{Script=Han}+/gu;

/** A term that a text must hold: whole, or as the beginning of one of its terms. */
export interface WantedTerm {
  term: string;
  isPrefix: boolean;
}

/** One form for what is written differently: width, case, accents, traditional characters. */
export function foldForSearch(text: string): string {
  return toSimplified(foldDiacritics(text.normalize("NFKC").toLowerCase()));
}

/**
 * A text as terms for look-up, each once: Chinese in pairs of neighbouring characters, other scripts in words. The last
 * character of a Chinese run stands alone too, so that every character begins a term and can be found by itself.
 */
export function searchTerms(text: string): string[] {
  const folded = foldForSearch(text);
  const runs = folded.match(HAN_RUN) ?? [];
  const words = folded.replace(HAN_RUN, " ").match(WORD) ?? [];
  const terms = [...pairHan(folded), ...runs.map((run) => [...run].at(-1)!), ...words];
  return [...new Set(terms.map((term) => term.slice(0, LONGEST_TERM)))];
}

/** What a text must hold to be found: Chinese pairs and words whole, the last word and a lone character as beginnings. */
export function readSearchQuery(query: string): WantedTerm[] {
  const folded = foldForSearch(query);
  const runs = folded.match(HAN_RUN) ?? [];
  const words = folded.replace(HAN_RUN, " ").match(WORD) ?? [];
  const wanted = new Map<string, boolean>();
  for (const run of runs) {
    const characters = [...run];
    if (characters.length === 1) wanted.set(run, true);
    else for (const pair of pairHan(run)) wanted.set(pair, false);
  }
  words.forEach((word, at) => {
    const term = word.slice(0, LONGEST_TERM);
    const isLast = at === words.length - 1 && !/\s$/.test(query);
    wanted.set(term, isLast || word.length > LONGEST_TERM || wanted.get(term) === true);
  });
  return [...wanted].map(([term, isPrefix]) => ({ term, isPrefix }));
}

/** The pieces of a query as they are looked for in a text that is shown: Chinese runs and words, folded. */
export function searchPieces(query: string): string[] {
  const folded = foldForSearch(query);
  return [
    ...new Set([...(folded.match(HAN_RUN) ?? []), ...(folded.replace(HAN_RUN, " ").match(WORD) ?? [])]),
  ];
}
