/** A part of a text that is explained as one; `token` is `text.slice(start, end)`. */
export interface TextUnit {
  token: string;
  /** UTF-16 offsets, never inside a surrogate pair. */
  start: number;
  end: number;
}

/** More words than this are grouped: an explanation in more parts is neither read nor cheap. */
export const MAX_UNITS = 40;

type Kind = "word" | "mark" | "emoji" | "gap";

interface Piece {
  kind: Kind;
  start: number;
  end: number;
}

// Word boundaries of Unicode's annex 29, with ICU's dictionary for Chinese: the same for every locale.
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Direction marks, zero-width and other invisible characters; not the joiners inside emoji. */
const INVISIBLE = "\\s\\p{Cc}\\p{Cs}\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
const INVISIBLE_START = new RegExp(`^[${INVISIBLE}]+`, "u");
const INVISIBLE_END = new RegExp(`[${INVISIBLE}]+$`, "u");
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** Between two words without a blank these make one: order numbers, addresses, times, "wi-fi". */
const JOINER = /^(?:[-_@./:=&+'’]|:\/\/)$/u;
const PREFIX = /^[#$¥€£+]$/u;
const SUFFIX = /^[%‰€°]$/u;
const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/**
 * Cuts a text into words, runs of punctuation and emoji, in order and without overlap; blanks and invisible
 * characters between them belong to none. Order numbers, amounts and addresses stay whole. At most `limit` units:
 * of a longer text neighbouring words are grouped evenly.
 */
export function segmentWords(text: string, limit = MAX_UNITS): TextUnit[] {
  return groupEvenly(joinCodes(text, joinRuns(text, toPieces(text))), limit).map(({ start, end }) => ({
    ...{ start, end },
    token: text.slice(start, end),
  }));
}

function toPieces(text: string): Piece[] {
  return Array.from(segmenter.segment(text), ({ segment, index, isWordLike }): Piece => {
    const lead = INVISIBLE_START.exec(segment)?.[0].length ?? 0;
    const visible = segment.slice(lead).replace(INVISIBLE_END, "");
    const start = index + lead;
    if (visible === "") return { kind: "gap", start: index, end: index + segment.length };
    const kind = isWordLike ? "word" : EMOJI.test(visible) ? "emoji" : "mark";
    return { kind, start, end: start + visible.length };
  });
}

/** "?!" and "……" are one unit, and so is the same emoji said three times. */
function joinRuns(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let emoji = "";
  for (const piece of pieces) {
    const last = joined.at(-1);
    const token = text.slice(piece.start, piece.end);
    const again = piece.kind === "mark" || (piece.kind === "emoji" && token === emoji);
    if (last && again && last.kind === piece.kind && last.end === piece.start) last.end = piece.end;
    else joined.push({ ...piece });
    emoji = piece.kind === "emoji" ? token : "";
  }
  return joined;
}

function joinCodes(text: string, pieces: readonly Piece[]): Piece[] {
  const units: Piece[] = [];
  const tokenOf = ({ start, end }: Piece) => text.slice(start, end);
  const isLatin = (piece: Piece | undefined) => piece?.kind === "word" && !HAN.test(tokenOf(piece));
  const touches = (a: Piece | undefined, b: Piece | undefined) => a !== undefined && a.end === b?.start;
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]!;
    const next = pieces[i + 1];
    const last = units.at(-1);
    const mark = piece.kind === "mark" ? tokenOf(piece) : "";
    const afterWord = isLatin(last) && touches(last, piece);
    const beforeWord = isLatin(next) && touches(piece, next);
    if (afterWord && beforeWord && JOINER.test(mark)) {
      last!.end = next!.end;
      i += 1;
    } else if (!afterWord && beforeWord && PREFIX.test(mark)) {
      units.push({ kind: "word", start: piece.start, end: next!.end });
      i += 1;
    } else if (afterWord && SUFFIX.test(mark) && /\p{N}$/u.test(tokenOf(last!))) last!.end = piece.end;
    else if (piece.kind !== "gap") units.push({ ...piece });
  }
  return units;
}

function groupEvenly(units: readonly Piece[], limit: number): Piece[] {
  if (units.length <= limit) return [...units];
  return Array.from({ length: limit }, (_, i) => {
    const first = units[Math.floor((i * units.length) / limit)]!;
    const last = units[Math.floor(((i + 1) * units.length) / limit) - 1]!;
    return { kind: first.kind, start: first.start, end: last.end };
  });
}
