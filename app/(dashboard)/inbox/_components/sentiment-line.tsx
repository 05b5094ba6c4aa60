"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { useWords } from "../_live/use-words";
import { Section } from "./panel-section";

interface Point {
  id: string;
  createdAt: string;
  sentiment: number;
}

const MIN_POINTS = 3;
const WIDTH = 280;
const HEIGHT = 72;
const PAD = 6;
const NAMED_TURNS = new Set(["handoff", "takeover"]);

/** How the customer has felt from message to message, and where a person came in. Nothing below three messages. */
export function SentimentLine({ messages }: { messages: readonly MessageDto[] }) {
  const t = useTranslations("inbox.sentiment");
  const [asTable, setAsTable] = useState(false);
  const points = messages.flatMap(({ id, author, createdAt, sentiment }): Point[] =>
    author === "customer" && sentiment !== null ? [{ id, createdAt, sentiment }] : [],
  );
  if (points.length < MIN_POINTS) return null;
  const turn = messages.find(({ activity }) => activity && NAMED_TURNS.has(activity.type));
  return (
    <Section>
      <div className="-mt-0.5 mb-1 flex items-center justify-between">
        <h3 className="font-medium text-ink-3 text-xs">{t("title")}</h3>
        <Button variant="ghost" size="sm" className="-mr-2" onClick={() => setAsTable(!asTable)}>
          {asTable ? t("chart") : t("table")}
        </Button>
      </div>
      {asTable ? <PointTable points={points} /> : <Line points={points} turnAt={turn?.createdAt ?? null} />}
    </Section>
  );
}

function usePointWords() {
  const t = useTranslations("inbox.sentiment");
  const locale = useLocale();
  const { clock, feelingName } = useWords();
  const score = (point: Point) =>
    formatNumber(point.sentiment, locale, { display: "signed", fractionDigits: 2 });
  const feeling = (point: Point) => feelingName(point.sentiment) ?? t("neutral");
  const sentence = (point: Point) =>
    t("point", { time: clock(point.createdAt), feeling: feeling(point), score: score(point) });
  return { clock, score, feeling, sentence };
}

function Line({ points, turnAt }: { points: Point[]; turnAt: string | null }) {
  const t = useTranslations("inbox.sentiment");
  const { sentence } = usePointWords();
  const last = points.length - 1;
  const [at, setAt] = useState(last);
  const box = useRef<HTMLFieldSetElement>(null);
  const shown = points[Math.min(at, last)]!;
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / last;
  const y = (sentiment: number) => HEIGHT / 2 - sentiment * (HEIGHT / 2 - PAD);
  const before = turnAt ? points.filter(({ createdAt }) => createdAt <= turnAt).length : 0;
  const turnX = turnAt && before > 0 ? Math.min(x(before - 0.5), WIDTH - PAD) : null;

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, to));
    setAt(next);
    box.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <>
      <fieldset ref={box} onKeyDown={onKeyDown} className="relative" style={{ height: HEIGHT }}>
        <legend className="sr-only">{t("line")}</legend>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-0 size-full overflow-visible"
        >
          <line
            x2={WIDTH}
            y1={HEIGHT / 2}
            y2={HEIGHT / 2}
            stroke="var(--line-strong)"
            strokeDasharray="2 3"
            vectorEffect="non-scaling-stroke"
          />
          {turnX === null ? null : (
            <line
              x1={turnX}
              x2={turnX}
              y2={HEIGHT}
              stroke="var(--line-strong)"
              vectorEffect="non-scaling-stroke"
            />
          )}
          <polyline
            points={points.map(({ sentiment }, index) => `${x(index)},${y(sentiment)}`).join(" ")}
            fill="none"
            stroke="var(--blue)"
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {turnX === null ? null : (
          <span
            aria-hidden
            className="absolute bottom-0 px-1 text-ink-3 text-micro"
            style={
              turnX > WIDTH / 2
                ? { right: `${100 - (100 * turnX) / WIDTH}%` }
                : { left: `${(100 * turnX) / WIDTH}%` }
            }
          >
            {t("handoff")}
          </span>
        )}
        {points.map((point, index) => (
          <button
            key={point.id}
            type="button"
            tabIndex={index === Math.min(at, last) ? 0 : -1}
            aria-label={sentence(point)}
            onFocus={() => setAt(index)}
            onMouseEnter={() => setAt(index)}
            className="group absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full"
            style={{ left: `${(100 * x(index)) / WIDTH}%`, top: y(point.sentiment) }}
          >
            <span
              className={`mx-auto block rounded-full border border-surface ${
                index === Math.min(at, last) ? "size-2.5" : "size-1.5"
              } ${point.sentiment <= -0.25 ? "bg-cinnabar" : "bg-blue"}`}
            />
          </button>
        ))}
      </fieldset>
      <p aria-hidden className="mt-1 text-ink-2 text-xs">
        {sentence(shown)}
      </p>
    </>
  );
}

function PointTable({ points }: { points: Point[] }) {
  const t = useTranslations("inbox.sentiment");
  const { clock, score, feeling } = usePointWords();
  return (
    <Table label={t("title")} scrollClassName="max-h-48">
      <TableHeader>
        <TableRow>
          <TableHead className="pl-0">{t("time")}</TableHead>
          <TableHead>{t("feeling")}</TableHead>
          <TableHead className="pr-0 text-right">{t("score")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {points.map((point) => (
          <TableRow key={point.id}>
            <TableCell className="pl-0">{clock(point.createdAt)}</TableCell>
            <TableCell>{feeling(point)}</TableCell>
            <TableCell className="pr-0 text-right">{score(point)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
