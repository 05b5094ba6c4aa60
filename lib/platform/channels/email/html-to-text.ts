import { type HtmlTag, readHtmlTokens } from "@/lib/intelligence/text/html-tokens";

const MAX_CHARACTERS = 2_000_000;
const MAX_TOKENS = 100_000;
const MAX_DEPTH = 500;

const DROPPED = new Set(
  "script style template noscript iframe object svg head title select textarea".split(" "),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const BLOCKS = new Set(
  "address article blockquote body center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header li ol p pre section table tbody td th tr ul".split(
    " ",
  ),
);

/** How mail clients mark what they quote and the signature below: Gmail, Thunderbird, Yahoo, Proton, NetEase, QQ, Outlook. */
const QUOTES =
  /(^|\s)(gmail_quote|gmail_quote_container|gmail_attr|gmail_signature|gmail_extra|moz-cite-prefix|moz-signature|yahoo_quoted|protonmail_quote|protonmail_signature_block|isReplyContent|ntes-mailmaster-quote|qm_history|mail_quote|xm_quote|Signature)(\s|$)/;
/** Outlook on the web and on phones puts these before the history, which then runs to the end. */
const HISTORY_BEGINS =
  /^(x_)*(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|ms-outlook-mobile-reference-message)$/;

interface Open {
  name: string;
  hides: boolean;
  href: string;
  /** Where its contents begin among the parts. */
  from: number;
}

/**
 * The words of an HTML mail, in linear time. A mail without end is read up to a bound.
 * @param keepsQuotes also what the client marks as quoted, as in a forwarded mail
 */
export function htmlToText(html: string, keepsQuotes: boolean): string {
  const open: Open[] = [];
  const parts: string[] = [];
  let hidden = 0;
  let count = 0;
  for (const token of readHtmlTokens(html.slice(0, MAX_CHARACTERS))) {
    count += 1;
    if (count > MAX_TOKENS) break;
    if (typeof token === "string") {
      if (hidden === 0) parts.push(token.replace(/\s+/g, " "));
      continue;
    }
    if (token.closes) {
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at < 0) continue;
      if (hidden === 0) parts.push(closing(open[at]!, parts));
      for (const { hides } of open.splice(at)) hidden -= Number(hides);
      continue;
    }
    if (!keepsQuotes && HISTORY_BEGINS.test(token.attribute("id"))) break;
    const hides = DROPPED.has(token.name) || (!keepsQuotes && isQuote(token));
    if (hidden === 0 && !hides) parts.push(opening(token));
    if (VOID.has(token.name) || token.closesItself || open.length >= MAX_DEPTH) continue;
    open.push({ name: token.name, hides, href: token.href, from: parts.length });
    hidden += Number(hides);
  }
  return tidy(parts.join(""));
}

function isQuote(tag: HtmlTag): boolean {
  if (tag.name === "blockquote" && tag.attribute("type") === "cite") return true;
  return tag.name !== "a" && (QUOTES.test(tag.attribute("class")) || QUOTES.test(tag.attribute("id")));
}

function opening({ name }: HtmlTag): string {
  if (name === "br") return "\n";
  if (name === "hr") return "\n\n";
  if (name === "li") return "\n- ";
  if (name === "td" || name === "th") return " ";
  return BLOCKS.has(name) ? "\n" : "";
}

function closing({ name, href, from }: Open, parts: string[]): string {
  if (name === "p" || /^h[1-6]$/.test(name)) return "\n\n";
  if (name === "a") return address(href, parts.slice(from, from + 50).join(""));
  return BLOCKS.has(name) && name !== "td" && name !== "th" ? "\n" : "";
}

/** A link's address is told where its words do not tell it. */
function address(href: string, label: string): string {
  if (!/^https?:\/\/\S+$/i.test(href)) return "";
  return label.includes(href.replace(/^https?:\/\//i, "").replace(/\/$/, "")) ? "" : ` <${href}>`;
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
