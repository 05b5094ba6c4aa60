"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ExplainedTextDto } from "@/lib/service/understanding/schemas";

type Token = ExplainedTextDto["tokens"][number];

/** A weight under a fiftieth of the strongest says nothing worth a colour. */
const QUIET = 0.02;

/** Weights are differences of probability, so they are written in percentage points. */
function useWeight() {
  const locale = useLocale();
  const t = useTranslations("understanding.figures");
  return (weight: number) =>
    `${formatNumber(weight * 100, locale, { display: "signed", fractionDigits: 1 })} ${t("points")}`;
}

/** The words washed by their weight: blue for, cinnabar against. One tab stop; arrows go from word to word. */
export function WeightedText({ text, tokens }: { text: string; tokens: readonly Token[] }) {
  const t = useTranslations("understanding.playground");
  const weightOf = useWeight();
  const [at, setAt] = useState(() => indexOfStrongest(tokens));
  const [pointed, setPointed] = useState<Token | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const ordered = tokens.toSorted((a, b) => a.start - b.start);
  const strongest = Math.max(...tokens.map(({ weight }) => Math.abs(weight)), Number.EPSILON);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: ordered.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(ordered.length - 1, to));
    setAt(next);
    box.current?.querySelectorAll<HTMLElement>("[data-token]")[next]?.focus();
  };

  const shown = pointed ?? ordered[at];
  let end = 0;
  return (
    <>
      <fieldset
        ref={box}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setPointed(null)}
        className="max-h-72 min-w-0 overflow-y-auto whitespace-pre-wrap break-words rounded-md border bg-paper px-3 py-2 leading-8"
      >
        <legend className="sr-only">
          {t("weights")}. {t("move")}
        </legend>
        {ordered.map((token, index) => {
          const gap = text.slice(end, token.start);
          end = token.end;
          const strength = Math.abs(token.weight) / strongest;
          const isLoud = strength >= QUIET;
          const hue = token.weight >= 0 ? "blue" : "cinnabar";
          return (
            <span key={token.start}>
              {gap}
              <button
                type="button"
                data-token={token.token}
                tabIndex={index === at ? 0 : -1}
                aria-label={t("weightOf", { token: token.token, weight: weightOf(token.weight) })}
                onFocus={() => {
                  setAt(index);
                  setPointed(token);
                }}
                onMouseEnter={() => setPointed(token)}
                onClick={() => setPointed(token)}
                className={cn(
                  "select-text rounded-sm px-0.5 leading-6",
                  isLoud && "border-b-2",
                  isLoud && (hue === "blue" ? "border-blue" : "border-cinnabar border-dotted"),
                )}
                style={
                  isLoud
                    ? {
                        background: `color-mix(in oklch, var(--${hue}) ${(6 + 34 * strength).toFixed(0)}%, transparent)`,
                      }
                    : undefined
                }
              >
                {text.slice(token.start, token.end)}
              </button>
            </span>
          );
        })}
        {text.slice(end)}
      </fieldset>
      <p aria-hidden className="text-compact text-ink-2 tabular-nums">
        {shown ? t("weightOf", { token: shown.token, weight: weightOf(shown.weight) }) : null}
      </p>
    </>
  );
}

/** The same in rows, the strongest first. */
export function WeightTable({ tokens }: { tokens: readonly Token[] }) {
  const t = useTranslations("understanding.playground");
  const weightOf = useWeight();
  const ordered = tokens.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <Table label={t("weights")} scrollClassName="max-h-72">
      <TableHeader>
        <TableRow>
          <TableHead>{t("word")}</TableHead>
          <TableHead className="text-right">{t("weight")}</TableHead>
          <TableHead className="text-right">{t("place")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {ordered.map(({ token, start, end, weight }) => (
          <TableRow key={start}>
            <TableCell>{token}</TableCell>
            <TableCell className={cn("text-right", weight < 0 ? "text-cinnabar-ink" : "text-blue-ink")}>
              {weightOf(weight)}
            </TableCell>
            <TableCell className="whitespace-nowrap text-right text-ink-3">
              {start + 1}–{end}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function indexOfStrongest(tokens: readonly Token[]): number {
  const ordered = tokens.toSorted((a, b) => a.start - b.start);
  let best = 0;
  ordered.forEach(({ weight }, index) => {
    if (Math.abs(weight) > Math.abs(ordered[best]!.weight)) best = index;
  });
  return best;
}
