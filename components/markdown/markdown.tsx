import { Fragment, type ReactNode, useMemo } from "react";
import { cn } from "@/components/ui/cn";
import type { Inline } from "./parse-inline";
import { type Block, parseMarkdown } from "./parse-markdown";

export interface MarkdownProps {
  text: string;
  /** Of the text, where it may be another than the page's. */
  lang?: string;
  className?: string;
}

/** An article as it is read. Elements are made one by one: no HTML of the text ever becomes HTML of the page. */
export function Markdown({ text, lang, className }: MarkdownProps) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div lang={lang} className={cn("grid min-w-0 gap-2.5 wrap-anywhere text-compact leading-6", className)}>
      {drawBlocks(blocks)}
    </div>
  );
}

function drawBlocks(blocks: readonly Block[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no other identity
  return blocks.map((block, index) => <Fragment key={index}>{drawBlock(block)}</Fragment>);
}

const HEADINGS = ["text-lg", "text-base", "text-sm", "text-compact", "text-compact", "text-compact"];

function drawBlock(block: Block): ReactNode {
  switch (block.type) {
    case "heading": {
      // The article's title is the first level of the page it stands on.
      const Heading = `h${Math.min(6, block.level + 1)}` as "h2";
      return (
        <Heading className={cn("pt-1.5 font-semibold leading-6", HEADINGS[block.level - 1])}>
          {drawInline(block.children)}
        </Heading>
      );
    }
    case "paragraph":
      return <p className="whitespace-pre-line">{drawInline(block.children)}</p>;
    case "code":
      return (
        <pre className="overflow-x-auto rounded-md bg-chip px-3 py-2 font-mono text-xs leading-5">
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote className="grid gap-2.5 border-line-strong border-l-2 pl-3 text-ink-2">
          {drawBlocks(block.children)}
        </blockquote>
      );
    case "list":
      return drawList(block);
    case "table":
      return drawTable(block);
    case "rule":
      return <hr />;
  }
}

function drawList({ start, items }: Block & { type: "list" }): ReactNode {
  const children = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items of a text have no other identity
    <li key={index}>
      <div className="grid gap-1.5">{drawBlocks(item)}</div>
    </li>
  ));
  return start === null ? (
    <ul className="grid list-disc gap-1 pl-5">{children}</ul>
  ) : (
    <ol start={start} className="grid list-decimal gap-1 pl-5">
      {children}
    </ol>
  );
}

function drawTable({ header, rows }: Block & { type: "table" }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div tabIndex={0} className="overflow-x-auto rounded-md border">
      <table className="w-full text-left">
        <thead className="border-b text-ink-3 text-xs">
          <tr>
            {header.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a text have no other identity
              <th key={index} className="px-2.5 py-1.5 font-medium">
                {drawInline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text have no other identity
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a text have no other identity
                <td key={column} className="px-2.5 py-1.5 align-top">
                  {drawInline(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawInline(nodes: readonly Inline[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other identity
  return nodes.map((node, index) => <Fragment key={index}>{drawNode(node)}</Fragment>);
}

function drawNode(node: Inline): ReactNode {
  switch (node.type) {
    case "text":
      return node.text;
    case "code":
      return <code className="rounded-sm bg-chip px-1 py-px font-mono text-xs">{node.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return <strong className="font-semibold">{drawInline(node.children)}</strong>;
    case "emphasis":
      return <em>{drawInline(node.children)}</em>;
    case "strike":
      return <del>{drawInline(node.children)}</del>;
    case "link":
      return (
        <a
          href={node.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-blue-ink underline underline-offset-2 hover:no-underline"
        >
          {drawInline(node.children)}
        </a>
      );
  }
}
