import { decodeEntities } from "./decode-entities";

export interface HtmlTag {
  /** Small letters. */
  name: string;
  closes: boolean;
  closesItself: boolean;
  href: string;
  alt: string;
  /** Any other attribute by its name in small letters, "" where it is missing; looked for only when it is asked for. */
  attribute: (name: string) => string;
}

/** What stands in these is text up to their own end, whatever it looks like. */
const RAW = new Set(["script", "style", "textarea", "title", "noscript", "iframe", "template"]);
const MAX_TAG_LENGTH = 20_000;

/**
 * Tags and texts of a page, in one pass and in linear time. Comments, declarations (a DOCTYPE with its entities) and
 * processing instructions are left out; a `<` that begins no tag is text. Texts have their entities decoded.
 */
export function* readHtmlTokens(html: string): Generator<string | HtmlTag> {
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next < 0 || next > at) {
      const end = next < 0 ? html.length : next;
      yield decodeEntities(html.slice(at, end));
      at = end;
      continue;
    }
    const skipped = endOfSkipped(html, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const end = /[a-zA-Z/]/.test(html[at + 1] ?? "") ? endOfTag(html, at) : at;
    if (end < 0) {
      yield decodeEntities(html.slice(at));
      return;
    }
    const tag = readTag(html.slice(at + 1, end));
    if (!tag) {
      yield "<";
      at += 1;
      continue;
    }
    yield tag;
    at = end + 1;
    if (!tag.closes && RAW.has(tag.name)) {
      const close = lower.indexOf(`</${tag.name}`, at);
      const stop = close < 0 ? html.length : close;
      yield decodeEntities(html.slice(at, stop));
      at = stop;
    }
  }
}

function endOfSkipped(html: string, at: number): number | null {
  if (html.startsWith("<!--", at)) return after(html, "-->", at + 4);
  if (html.startsWith("<![CDATA[", at)) return after(html, "]]>", at);
  if (html.startsWith("<?", at)) return after(html, ">", at);
  if (!html.startsWith("<!", at)) return null;
  const subset = html.indexOf("[", at);
  const end = html.indexOf(">", at);
  return subset >= 0 && subset < end ? after(html, "]>", at) : after(html, ">", at);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/**
 * Where a tag's `>` stands, quoted ones passed over. Where a quote is not closed near, it is no quote; without any `>`
 * there is no tag from here on, -1.
 */
function endOfTag(html: string, at: number): number {
  let quote = "";
  for (let i = at + 1; i < html.length && i < at + MAX_TAG_LENGTH; i += 1) {
    const character = html[i]!;
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === ">") return i;
    else if ((character === '"' || character === "'") && html[i - 1] === "=") quote = character;
  }
  return html.indexOf(">", at);
}

function readTag(inside: string): HtmlTag | null {
  const name = /^\/?([a-zA-Z][a-zA-Z0-9:-]{0,40})/.exec(inside)?.[1]?.toLowerCase();
  if (!name) return null;
  const attribute = (wanted: string) => {
    const [, double, single, bare] =
      new RegExp(
        `\\s${wanted}\\s{0,5}=\\s{0,5}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'>]{1,2000}))`,
        "i",
      ).exec(inside) ?? [];
    return decodeEntities(double ?? single ?? bare ?? "")
      .replace(/\s+/g, " ")
      .trim();
  };
  return {
    name,
    closes: inside.startsWith("/"),
    closesItself: inside.endsWith("/"),
    href: name === "a" ? attribute("href") : "",
    alt: name === "img" ? attribute("alt") : "",
    attribute,
  };
}
