import { foldForSearch } from "./search-terms";

/** A piece of an excerpt; what was looked for is marked. */
export interface ExcerptPart {
  text: string;
  isMarked: boolean;
}

export interface Excerpt {
  parts: ExcerptPart[];
  /** How many of the pieces that were looked for stand in the text. */
  found: number;
}

/** As little that what is marked stands within two short lines of Chinese. */
const BEFORE = 16;

/**
 * The place of a text where the pieces of a query stand, some `length` characters around the first of them, with all of
 * them marked. Pieces are folded (`searchPieces`); words are marked where a word begins with them, Chinese anywhere.
 */
export function markExcerpt(text: string, pieces: readonly string[], length = 120): Excerpt {
  const flat = [...text.normalize("NFC").replace(/\s+/g, " ").trim()];
  const { folded, origin } = foldByCharacter(flat);
  const isMarked = new Uint8Array(flat.length);
  let found = 0;
  for (const piece of pieces) {
    let isFound = false;
    for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) {
      if (!beginsHere(folded, at, piece)) continue;
      isFound = true;
      isMarked.fill(1, origin[at], (origin[at + piece.length - 1] ?? 0) + 1);
    }
    if (isFound) found += 1;
  }
  const first = Math.max(0, isMarked.indexOf(1));
  const start = first <= BEFORE ? 0 : wordStart(flat, first);
  const end = Math.min(flat.length, start + length);
  const parts: ExcerptPart[] = [];
  for (let at = start; at < end; at += 1) {
    const last = parts.at(-1);
    if (last && last.isMarked === (isMarked[at] === 1)) last.text += flat[at];
    else parts.push({ text: flat[at]!, isMarked: isMarked[at] === 1 });
  }
  if (start > 0) parts.unshift({ text: "…", isMarked: false });
  if (end < flat.length) parts.push({ text: "…", isMarked: false });
  return { parts, found };
}

/** Some characters before the first hit; where words are set apart, at the beginning of one. */
function wordStart(characters: readonly string[], first: number): number {
  const from = first - BEFORE;
  const blank = characters.indexOf(" ", from);
  return blank >= 0 && blank < first ? blank + 1 : from;
}

/** The folded text, and for each of its UTF-16 units the place of the character that it came from. */
function foldByCharacter(characters: readonly string[]): { folded: string; origin: number[] } {
  let folded = "";
  const origin: number[] = [];
  characters.forEach((character, at) => {
    const piece = foldForSearch(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) origin.push(at);
  });
  return { folded, origin };
}

function beginsHere(text: string, at: number, piece: string): boolean {
  if (/^\p{Script=Han}/u.test(piece) || at === 0) return true;
  const before = text[at - 1]!;
  return !/[\p{L}\p{M}\p{N}]/u.test(before) || /\p{Script=Han}/u.test(before);
}
