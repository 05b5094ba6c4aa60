import { Fragment, type ReactNode, useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { type DiffPart, diffSequences } from "./diff-lines";
import { diffWords } from "./diff-words";

export interface LineDiffProps {
  before: string;
  after: string;
  /** Of the text: it knows where words end. */
  locale: string;
  /** Said before each line for those who do not see colours; how many lines are left out. */
  labels: { removed: string; added: string; skipped: (count: number) => string };
}

/** Unchanged lines around a change that are shown. */
const CONTEXT = 2;

/** Two texts line by line; in a line that has changed, the words that have. */
export function LineDiff({ before, after, locale, labels }: LineDiffProps) {
  const parts = useMemo(() => diffSequences(before.split("\n"), after.split("\n")), [before, after]);
  return (
    <div className="overflow-hidden rounded-md border font-mono text-xs leading-5">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a difference have no other identity
        <Fragment key={at}>
          {part.kind === "same"
            ? drawSame(part.items, at === 0, at === parts.length - 1, labels)
            : drawChanged(part, part.kind === "removed" ? parts[at + 1] : parts[at - 1], locale, labels)}
        </Fragment>
      ))}
    </div>
  );
}

function drawSame(
  lines: string[],
  isFirst: boolean,
  isLast: boolean,
  labels: LineDiffProps["labels"],
): ReactNode {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  const skipped = lines.length - head - tail;
  if (skipped < 2) return lines.map((line, at) => <Line key={lineKey(at)} kind="same" text={line} />);
  return (
    <>
      {lines.slice(0, head).map((line, at) => (
        <Line key={lineKey(at)} kind="same" text={line} />
      ))}
      <p className="border-y bg-paper px-3 font-sans text-ink-3">{labels.skipped(skipped)}</p>
      {lines.slice(lines.length - tail).map((line, at) => (
        <Line key={lineKey(at)} kind="same" text={line} />
      ))}
    </>
  );
}

function drawChanged(
  { kind, items }: DiffPart,
  other: DiffPart | undefined,
  locale: string,
  labels: LineDiffProps["labels"],
): ReactNode {
  const isPair = other !== undefined && other.kind !== "same" && other.items.length === items.length;
  return items.map((line, at) => {
    const partner = isPair ? other.items[at]! : null;
    const words =
      partner === null
        ? null
        : kind === "removed"
          ? diffWords(line, partner, locale)
          : diffWords(partner, line, locale);
    return (
      <Line
        key={lineKey(at)}
        kind={kind}
        label={kind === "removed" ? labels.removed : labels.added}
        text={line}
      >
        {words?.map((word, index) =>
          word.kind === "same" ? (
            word.items.join("")
          ) : word.kind === kind ? (
            <mark
              // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line have no other identity
              key={index}
              className={cn(
                "rounded-sm text-ink",
                kind === "removed" ? "bg-cinnabar/25 line-through" : "bg-jade/25",
              )}
            >
              {word.items.join("")}
            </mark>
          ) : null,
        )}
      </Line>
    );
  });
}

interface LineProps {
  kind: DiffPart["kind"];
  label?: string;
  text: string;
  children?: ReactNode;
}

const SIGNS = { same: " ", removed: "−", added: "+" } as const;
const TONES = { same: "", removed: "bg-cinnabar-wash", added: "bg-jade-wash" } as const;

function Line({ kind, label, text, children }: LineProps) {
  return (
    <p data-diff={kind} className={cn("grid min-h-5 grid-cols-[1.5rem_minmax(0,1fr)]", TONES[kind])}>
      <span aria-hidden className="select-none text-center text-ink-3">
        {SIGNS[kind]}
      </span>
      <span className="whitespace-pre-wrap break-words pr-2">
        {label ? <span className="sr-only">{label}: </span> : null}
        {children ?? text}
      </span>
    </p>
  );
}

function lineKey(at: number): string {
  return `line-${at}`;
}
