export interface TextPart {
  text: string;
  /** Set for web addresses alone: http and https, nothing that could run. */
  href?: string;
}

// Ends before spaces, quotes, angle brackets and anything written in Chinese, where no space marks the end.
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'`\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/gi;
const TRAILING = /[.,;:!?…]+$/;

/** Splits a message into plain text and web addresses. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimEnd(match[0]);
    const href = toHref(address);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** A full stop or an unmatched closing bracket belongs to the sentence, not to the address. */
function trimEnd(address: string): string {
  const trimmed = address.replace(TRAILING, "");
  const opened = trimmed.split("(").length;
  const isUnmatched = trimmed.endsWith(")") && trimmed.split(")").length > opened;
  return isUnmatched ? trimEnd(trimmed.slice(0, -1)) : trimmed;
}

function toHref(address: string): string | null {
  try {
    const url = new URL(/^www\./i.test(address) ? `https://${address}` : address);
    return url.hostname.includes(".") || url.hostname === "localhost" ? url.href : null;
  } catch {
    return null;
  }
}
