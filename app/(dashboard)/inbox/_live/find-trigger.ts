/** A sign that opens a list while somebody writes, and what stands behind it up to the pen. */
export interface Trigger {
  sign: "/" | "@";
  /** Where the sign stands. */
  start: number;
  query: string;
}

/** The beginning of a word: Chinese needs no blank, but a path, a fraction and an address are no call. */
const BEFORE: Record<Trigger["sign"], RegExp> = {
  "/": /[\s\p{Script=Han}，。！？、；,;!?()（）]$/u,
  "@": /[\s\p{Script=Han}，。！？、；,;!?()（）]$/u,
};
const QUERY: Record<Trigger["sign"], RegExp> = {
  "/": /^[\p{L}\p{M}\p{N}_-]{0,40}$/u,
  // Names of people have blanks; what follows is cut where no name goes on.
  "@": /^[\p{L}\p{M}\p{N}_.'’-]{0,40}$/u,
};

/** The list that is called for at a place of a text, if any. */
export function findTrigger(text: string, caret: number, sign: Trigger["sign"]): Trigger | null {
  const start = text.lastIndexOf(sign, caret - 1);
  if (start < 0 || start >= caret) return null;
  const query = text.slice(start + 1, caret);
  const before = text.slice(0, start);
  if (!QUERY[sign].test(query) || (before !== "" && !BEFORE[sign].test(before))) return null;
  return { sign, start, query };
}
