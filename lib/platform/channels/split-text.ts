export interface TextRange {
  from: number;
  to: number;
}

/** Where a text is best parted: after a paragraph, a line, a sentence, a word; the first that is not too early. */
const BREAKS = [/\n\s*\n/g, /\n/g, /[.!?…。！？]["'”’）)]*\s*/g, /\s+/g];

/**
 * Parts of at most `maxLength` UTF-16 units, in order, without the white space between them. No character that
 * people see as one is torn.
 */
export function splitText(text: string, maxLength: number): TextRange[] {
  const ranges: TextRange[] = [];
  let from = skipSpace(text, 0);
  while (from < text.length) {
    const to =
      text.length - from <= maxLength ? text.length : from + cut(text.slice(from, from + maxLength + 1));
    ranges.push({ from, to: trimEnd(text, from, to) });
    from = skipSpace(text, to);
  }
  return ranges;
}

/** How much of the window, which is one unit longer than a part may be, goes into the part. */
function cut(window: string): number {
  const limit = window.length - 1;
  for (const separator of BREAKS) {
    const ends = [...window.matchAll(separator)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const last = ends.findLast(({ start, end }) => start >= limit / 2 && Math.min(end, start + 1) <= limit);
    if (last) return Math.min(last.end, limit);
  }
  const segment = new Intl.Segmenter(undefined, { granularity: "grapheme" })
    .segment(window)
    .containing(limit);
  // One character that fills a whole part has to be torn.
  return segment && segment.index > 0 ? segment.index : limit;
}

function skipSpace(text: string, from: number): number {
  const rest = text.slice(from);
  return from + (rest.length - rest.trimStart().length);
}

function trimEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}
