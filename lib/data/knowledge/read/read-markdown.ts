import { type MarkdownLine, plainText, readLines } from "@/lib/intelligence/retrieval";
import { type Draft, readFields } from "./draft";

/**
 * Articles of a Markdown file. What stands in front matter between lines of `---` (title, language, id, tags, audience,
 * validFrom, validUntil) holds for all; with a title there, the file is one article. Else it is split at the highest
 * level of headings of which there are several, or at its only heading. Text before the first of them is an article of
 * its own, so that nothing is lost.
 *
 * @param fallbackTitle of text that has no heading; without one its first line is taken.
 */
export function readMarkdown(markdown: string, fallbackTitle?: string): Draft[] {
  const { fields, rest, firstLine } = readFrontMatter(markdown.replace(/^\uFEFF/, ""));
  const lines = readLines(rest);
  if (fields.title) return [{ ...fields, title: fields.title, line: 1, body: rest.trim() }];
  const level = splitLevel(lines);
  const title = documentTitle(lines, level) ?? fallbackTitle;
  const { externalId, ...shared } = fields;
  const drafts = sectionsAt(lines, level)
    .map((section) => toDraft(section, title, firstLine))
    .filter((draft) => draft !== null)
    .map((draft) => ({ ...shared, ...draft }));
  // An id in the front matter is the file's: several articles cannot share it.
  return drafts.length === 1 && externalId ? [{ ...drafts[0]!, externalId }] : drafts;
}

function readFrontMatter(text: string): { fields: Partial<Draft>; rest: string; firstLine: number } {
  const lines = text.split(/\r\n?|\n/);
  const end = lines[0]?.trim() === "---" ? lines.slice(1, 60).findIndex((line) => line.trim() === "---") : -1;
  if (end < 0) return { fields: {}, rest: text, firstLine: 1 };
  const entries = lines.slice(1, end + 1).flatMap((line): [string, string][] => {
    const colon = line.indexOf(":");
    return colon < 0
      ? []
      : [
          [
            line.slice(0, colon),
            line
              .slice(colon + 1)
              .trim()
              .replace(/^(["'])(.*)\1$/, "$2"),
          ],
        ];
  });
  return { fields: readFields(entries), rest: lines.slice(end + 2).join("\n"), firstLine: end + 3 };
}

/** 7 where there is no heading at all. */
function splitLevel(lines: readonly MarkdownLine[]): number {
  const counts = new Array<number>(8).fill(0);
  for (const { heading } of lines) if (heading) counts[heading.level]! += 1;
  const several = counts.findIndex((count) => count > 1);
  const only = counts.indexOf(1);
  if (several > 0) return several;
  return only > 0 ? only : 7;
}

/** A single heading above those at which the file is split names what stands before them. */
function documentTitle(lines: readonly MarkdownLine[], level: number): string | undefined {
  const above = lines.find(({ heading }) => heading && heading.level < level)?.heading;
  return above ? plainText(above.text) : undefined;
}

interface Section {
  title: string | null;
  start: number;
  lines: string[];
}

function sectionsAt(lines: readonly MarkdownLine[], level: number): Section[] {
  const sections: Section[] = [{ title: null, start: 0, lines: [] }];
  lines.forEach(({ line, heading }, at) => {
    if (heading?.level === level) sections.push({ title: plainText(heading.text), start: at, lines: [] });
    else if (!(heading && heading.level < level)) sections.at(-1)!.lines.push(line);
  });
  return sections;
}

/** Null for what has neither heading nor text. */
function toDraft(section: Section, documentTitle: string | undefined, firstLine: number): Draft | null {
  const body = section.lines.join("\n").trim();
  if (section.title === null && body === "") return null;
  const firstText = plainText(body.split("\n", 1)[0] ?? "").slice(0, 120);
  const title = section.title ?? documentTitle ?? firstText;
  return { line: firstLine + section.start, title, body };
}
