import { type Inline, parseInline } from "./parse-inline";

export type Block =
  | { type: "heading"; level: number; children: Inline[] }
  | { type: "paragraph"; children: Inline[] }
  | { type: "code"; text: string }
  | { type: "quote"; children: Block[] }
  | { type: "list"; start: number | null; items: Block[][] }
  | { type: "table"; header: Inline[][]; rows: Inline[][][] }
  | { type: "rule" };

const MAX_DEPTH = 6;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * The part of CommonMark that articles use (headings, paragraphs, lists, quotes, code, rules) and GFM's tables, as a
 * tree to draw. HTML stays the text that it is. Deeper than six levels, lists and quotes are read as text.
 */
export function parseMarkdown(markdown: string): Block[] {
  return parseBlocks(markdown.split(/\r\n?|\n/), 0);
}

function parseBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (lines[at]!.trim() === "") {
      at += 1;
      continue;
    }
    const [block, end] = readBlock(lines, at, depth);
    blocks.push(block);
    at = end;
  }
  return blocks;
}

/** @returns the block that begins at a line, and the line behind it: always further on. */
function readBlock(lines: readonly string[], at: number, depth: number): [Block, number] {
  const line = lines[at]!;
  const fence = FENCE.exec(line)?.[1];
  if (fence) return readCode(lines, at, fence);
  const [, marks, text] = HEADING.exec(line) ?? [];
  if (marks) {
    const children = parseInline(text!.replace(/[ \t]+#*[ \t]*$/, "").trim());
    return [{ type: "heading", level: marks.length, children }, at + 1];
  }
  if (RULE.test(line)) return [{ type: "rule" }, at + 1];
  if (depth < MAX_DEPTH && QUOTE.test(line)) return readQuote(lines, at, depth);
  if (depth < MAX_DEPTH && ITEM.test(line)) return readList(lines, at, depth);
  if (isTable(lines, at)) return readTable(lines, at);
  return readParagraph(lines, at, depth);
}

function readCode(lines: readonly string[], at: number, fence: string): [Block, number] {
  let end = at + 1;
  while (end < lines.length && !FENCE.exec(lines[end]!)?.[1]?.startsWith(fence)) end += 1;
  return [{ type: "code", text: lines.slice(at + 1, end).join("\n") }, end + 1];
}

function readQuote(lines: readonly string[], at: number, depth: number): [Block, number] {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end]!)) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return [{ type: "quote", children: parseBlocks(inner, depth + 1) }, end];
}

function readList(lines: readonly string[], at: number, depth: number): [Block, number] {
  const first = ITEM.exec(lines[at]!)![2]!;
  const isOrdered = /\d/.test(first);
  const items: string[][] = [];
  let indent = 0;
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end]!;
    const item = ITEM.exec(line);
    const isInside = items.length > 0 && leadingSpaces(line) >= indent;
    if (item && !(isInside && indent > 0) && /\d/.test(item[2]!) === isOrdered && !RULE.test(line)) {
      indent = item[0].length;
      items.push([line.slice(indent)]);
    } else if (line.trim() === "") {
      if (!continuesAfterBlank(lines, end, indent)) break;
      items.at(-1)!.push("");
    } else if (isInside) items.at(-1)!.push(line.slice(indent));
    else if (items.at(-1)?.at(-1) !== "" && !interrupts(line)) items.at(-1)!.push(line.trim());
    else break;
  }
  const start = isOrdered ? Number.parseInt(first, 10) : null;
  return [{ type: "list", start, items: items.map((item) => parseBlocks(item, depth + 1)) }, end];
}

function continuesAfterBlank(lines: readonly string[], at: number, indent: number): boolean {
  const next = lines.slice(at, at + 20).find((line) => line.trim() !== "");
  return next !== undefined && (ITEM.test(next) || leadingSpaces(next) >= indent);
}

function isTable(lines: readonly string[], at: number): boolean {
  const rule = lines[at + 1];
  return lines[at]!.includes("|") && rule?.includes("-") === true && TABLE_RULE.test(rule);
}

function readTable(lines: readonly string[], at: number): [Block, number] {
  const header = readCells(lines[at]!);
  let end = at + 2;
  while (end < lines.length && lines[end]!.trim() !== "" && lines[end]!.includes("|")) end += 1;
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = readCells(line);
    return header.map((_, column) => cells[column] ?? []);
  });
  return [{ type: "table", header, rows }, end];
}

function readCells(line: string): Inline[][] {
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split("|").map((cell) => parseInline(cell.trim()));
}

function readParagraph(lines: readonly string[], at: number, depth: number): [Block, number] {
  let end = at + 1;
  while (end < lines.length && lines[end]!.trim() !== "" && (depth >= MAX_DEPTH || !interrupts(lines[end]!)))
    end += 1;
  const text = lines.slice(at, end).map((line) => line.replace(/^[ \t]+/, ""));
  return [{ type: "paragraph", children: parseInline(text.join("\n")) }, end];
}

/** What ends a paragraph without an empty line. */
function interrupts(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || ITEM.test(line);
}

function leadingSpaces(line: string): number {
  return line.length - line.trimStart().length;
}
