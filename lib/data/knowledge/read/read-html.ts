import { AppError } from "@/lib/core/errors";
import { type HtmlTag, readHtmlTokens } from "@/lib/intelligence/text/html-tokens";
import type { Draft } from "./draft";
import { readMarkdown } from "./read-markdown";

const MAX_DEPTH = 200;
const MAX_TOKENS = 200_000;

/** What stands in these is no text of the page. */
const DROPPED = new Set(
  "script style template noscript iframe object embed svg math canvas head select button textarea form nav".split(
    " ",
  ),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const BLOCKS = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer header hr html main ol p pre section summary table tbody tfoot thead ul".split(
    " ",
  ),
);

/** Articles of a page: its text as Markdown, split like Markdown. @throws as `htmlToMarkdown`. */
export function readHtml(html: string): Draft[] {
  const { markdown, title } = htmlToMarkdown(html);
  return readMarkdown(markdown, title);
}

/**
 * A page's text in Markdown: headings, lists, emphasis, links to the web and tables' cells. Scripts, styles, forms,
 * frames, comments and every attribute are left out, and entities read as what they stand for.
 *
 * @throws AppError `invalid_input` for a page nested deeper than 200 elements, or of more than 200,000 tags and texts.
 */
export function htmlToMarkdown(html: string): { markdown: string; title: string | undefined } {
  const open: string[] = [];
  const links: string[] = [];
  const parts: string[] = [];
  // Kept beside the parts: looking into one long string would copy it each time.
  let end = "";
  const write = (part: string) => {
    parts.push(part);
    end = (end + part).slice(-10);
  };
  let title: string | undefined;
  let count = 0;
  const isDropped = () => open.some((name) => DROPPED.has(name));

  for (const token of readHtmlTokens(html)) {
    count += 1;
    if (count > MAX_TOKENS) throw tooMuch(`It has more than ${MAX_TOKENS} tags.`);
    if (typeof token === "string") {
      if (open.at(-1) === "title" && title === undefined)
        title = token.replace(/\s+/g, " ").trim() || undefined;
      else if (!isDropped()) write(escapeMarks(token, open.includes("pre"), end));
      continue;
    }
    if (token.closes) {
      const at = open.lastIndexOf(token.name);
      const wasDropped = isDropped();
      if (at >= 0) open.length = at;
      if (!wasDropped) write(closing(token.name, links));
      continue;
    }
    if (!isDropped() && !DROPPED.has(token.name)) write(opening(token, links));
    if (VOID.has(token.name) || token.closesItself) continue;
    open.push(token.name);
    if (open.length > MAX_DEPTH) throw tooMuch(`It is nested deeper than ${MAX_DEPTH} elements.`);
  }
  return { markdown: tidy(parts.join("")), title };
}

function opening({ name, href, alt }: HtmlTag, links: string[]): string {
  if (/^h[1-6]$/.test(name)) return `\n\n${"#".repeat(Number(name[1]))} `;
  if (name === "br") return "\n";
  if (name === "li") return "\n- ";
  if (name === "td" || name === "th") return " | ";
  if (name === "tr") return "\n";
  if (name === "b" || name === "strong") return "**";
  if (name === "img") return alt ? ` ${alt} ` : "";
  if (name === "a") {
    links.push(/^(https?:|mailto:|tel:)/i.test(href) && !/[\s()<>]/.test(href) ? href : "");
    return links.at(-1) ? "[" : "";
  }
  return BLOCKS.has(name) ? "\n\n" : "";
}

function closing(name: string, links: string[]): string {
  if (name === "b" || name === "strong") return "**";
  if (name === "a") {
    const href = links.pop();
    return href ? `](${href})` : "";
  }
  return BLOCKS.has(name) || /^h[1-6]$/.test(name) ? "\n\n" : "";
}

/** Text stays text: a `#` at the beginning of a line would be a heading. */
function escapeMarks(text: string, isVerbatim: boolean, before: string): string {
  const flat = isVerbatim ? text : text.replace(/\s+/g, " ");
  const marked = flat.replace(/\n([ \t]*)(#|---)/g, "\n$1\\$2");
  return /(^|\n)\s*$/.test(before) ? marked.replace(/^(\s*)(#|---)/, "$1\\$2") : marked;
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .join("\n")
    .replace(/\*\*\s*\*\*/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function tooMuch(reason: string): AppError {
  return new AppError("invalid_input", `This page cannot be read. ${reason} Send its text alone.`, {
    issues: [{ path: "content", message: reason }],
  });
}
