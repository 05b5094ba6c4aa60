import { type DiffPart, diffSequences } from "./diff-lines";

/** Longer than that, and marks within a line say less than the line as a whole. */
const MAX_LENGTH = 4_000;

/** What of a line has changed, by the words of its language; null where it is as good as another line. */
export function diffWords(before: string, after: string, locale: string): DiffPart[] | null {
  if (before.length > MAX_LENGTH || after.length > MAX_LENGTH) return null;
  const segmenter = new Intl.Segmenter(locale, { granularity: "word" });
  const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
  const parts = diffSequences(words(before), words(after));
  const kept = parts
    .filter(({ kind }) => kind === "same")
    .flatMap(({ items }) => items)
    .join("")
    .replace(/\s/g, "").length;
  return kept * 3 >= Math.min(before.length, after.length) ? parts : null;
}
