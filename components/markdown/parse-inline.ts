export type Inline =
  | { type: "text"; text: string }
  | { type: "code"; text: string }
  | { type: "break" }
  | { type: "strong" | "emphasis" | "strike"; children: Inline[] }
  | { type: "link"; href: string; children: Inline[] };

const MAX_DEPTH = 5;
/** Bounded in length, so that no text is read over and over. */
const PATTERNS = [
  { type: "escape", pattern: /\\([!-/:-@[-`{-~])/y },
  { type: "break", pattern: /(?: {2,}|\\)\n|\n/y },
  { type: "code", pattern: /(`{1,3})([^`\n]{1,500})\1/y },
  { type: "link", pattern: /!?\[([^\][\n]{0,500})\]\(([^()\s]{0,2000})(?:[ \t]+"[^"\n]{0,300}")?\)/y },
  { type: "address", pattern: /<?(https?:\/\/[^\s<>()]{1,2000}[^\s<>().,;:!?'"，。；：！？、”’）])>?/y },
  { type: "strong", pattern: /(\*\*|__)(?=\S)([^\n]{1,1000}?\S|\S)\1/y },
  { type: "strike", pattern: /~~(?=\S)([^~\n]{1,1000})~~/y },
  { type: "emphasis", pattern: /([*_])(?=[^\s*_])([^*_\n]{1,500})\1(?![\p{L}\p{N}])/uy },
] as const;
const MARKS = /[\\`*_~[!<h\n ]/;

/** A line of text as a tree: emphasis, code, links and line breaks. Links lead to the web, mail or telephone alone. */
export function parseInline(text: string, depth = 0): Inline[] {
  const nodes: Inline[] = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push({ type: "text", text: plain });
    plain = "";
  };
  let at = 0;
  while (at < text.length) {
    const found = MARKS.test(text[at]!) ? matchAt(text, at) : null;
    const node = found ? toNode(found, depth) : null;
    if (!found || node === null) {
      plain += text[at];
      at += 1;
      continue;
    }
    at += found.match[0].length;
    if (typeof node === "string") plain += node;
    else {
      flush();
      nodes.push(node);
    }
  }
  flush();
  return nodes;
}

interface Found {
  type: (typeof PATTERNS)[number]["type"];
  match: RegExpExecArray;
}

function matchAt(text: string, at: number): Found | null {
  for (const { type, pattern } of PATTERNS) {
    // A mark inside a word is none: snake_case stays as it is.
    if (type === "emphasis" && text[at] === "_" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) continue;
    if (type === "address" && /\w/.test(text[at - 1] ?? "")) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { type, match };
  }
  return null;
}

/** Null where the marks are only text: too deep. */
function toNode({ type, match }: Found, depth: number): Inline | string | null {
  if (type === "escape") return match[1]!;
  if (type === "break") return match[0] === "\n" ? "\n" : { type: "break" };
  if (type === "code") return { type: "code", text: match[2]! };
  if (type === "address")
    return { type: "link", href: match[1]!, children: [{ type: "text", text: match[1]! }] };
  if (depth >= MAX_DEPTH) return null;
  if (type === "link") return toLink(match, depth);
  const inner = type === "strike" ? match[1]! : match[2]!;
  return { type, children: parseInline(inner, depth + 1) };
}

/** Pictures come from elsewhere and would tell it who reads: their description stands in their place. */
function toLink(match: RegExpExecArray, depth: number): Inline | string {
  const [whole, label, href] = match as unknown as [string, string, string];
  if (whole.startsWith("!")) return label;
  const children = parseInline(label, depth + 1).filter(({ type }) => type !== "link");
  if (/^(https?:\/\/|mailto:|tel:)/i.test(href)) return { type: "link", href, children };
  return label;
}
