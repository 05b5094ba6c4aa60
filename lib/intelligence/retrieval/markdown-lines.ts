export interface MarkdownLine {
  line: string;
  heading: { level: number; text: string } | null;
}

/** The lines of a Markdown text, with those that are headings; a `#` in fenced code is none. */
export function readLines(markdown: string): MarkdownLine[] {
  let fence: string | null = null;
  return markdown.split(/\r\n?|\n/).map((line) => {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (marks?.startsWith(fence)) fence = null;
      return { line, heading: null };
    }
    if (marks) fence = marks;
    return { line, heading: readHeading(line) };
  });
}

/** A heading of the form `## Text ##`. */
function readHeading(line: string): MarkdownLine["heading"] {
  const [, marks, rest] = /^ {0,3}(#{1,6})[ \t](.*)$/.exec(line) ?? [];
  if (!marks) return null;
  let end = rest!.length;
  while (end > 0 && " \t#".includes(rest![end - 1]!)) end -= 1;
  const text = rest!.slice(0, end).trim();
  return text ? { level: marks.length, text } : null;
}
