import type { ReactNode } from "react";
import { formatNumber, formatPercent } from "./format-number";

export interface NumberValueProps {
  value: number;
  locale: string;
  /** `signed` always shows + or −, as a change needs. */
  display?: "full" | "compact" | "signed";
  fractionDigits?: number;
  className?: string;
}

export function NumberValue({ value, locale, display, fractionDigits, className }: NumberValueProps) {
  return (
    <data value={value} className={className ?? "whitespace-nowrap"}>
      {formatNumber(value, locale, { display, fractionDigits })}
    </data>
  );
}

export interface PercentValueProps extends Omit<NumberValueProps, "display"> {
  /** A ratio: 0.124 is 12.4 %. */
  value: number;
  display?: "full" | "signed";
}

export function PercentValue({ value, locale, display, fractionDigits, className }: PercentValueProps) {
  return (
    <data value={value} className={className ?? "whitespace-nowrap"}>
      {formatPercent(value, locale, { display, fractionDigits })}
    </data>
  );
}

export interface ChangeValueProps {
  /** A ratio: −0.021 is 2.1 % down; null where there is nothing to compare with. */
  value: number | null;
  locale: string;
  /** Which way is good: more revenue is, more returns are not. */
  goodWhen?: "up" | "down" | "neither";
  /** Spoken before the figure: "up", "down", "unchanged". */
  labels: { up: string; down: string; unchanged: string };
}

export interface PointsValueProps {
  /** A difference of ratios: −0.0006 is 0.06 percentage points down. */
  value: number;
  locale: string;
  goodWhen?: ChangeValueProps["goodWhen"];
  labels: ChangeValueProps["labels"];
  /** "pt", as the language writes percentage points. */
  unit: string;
}

/** How far a share has moved, in percentage points. */
export function PointsValue({ value, locale, goodWhen = "up", labels, unit }: PointsValueProps) {
  const points = Math.round(value * 10_000) / 100;
  const direction = directionOf(points);
  return (
    <Change direction={direction} goodWhen={goodWhen} labels={labels}>
      {formatNumber(points, locale, { display: "signed", fractionDigits: 2 })} {unit}
    </Change>
  );
}

/** A change shown by arrow, sign and colour together. */
export function ChangeValue({ value, locale, goodWhen = "up", labels }: ChangeValueProps) {
  if (value === null) return <span className="text-ink-3">—</span>;
  return (
    <Change direction={directionOf(value)} goodWhen={goodWhen} labels={labels}>
      {formatPercent(value, locale, { display: "signed" })}
    </Change>
  );
}

type Direction = keyof ChangeValueProps["labels"];

function directionOf(value: number): Direction {
  return value > 0 ? "up" : value < 0 ? "down" : "unchanged";
}

interface ChangeProps {
  direction: Direction;
  goodWhen: NonNullable<ChangeValueProps["goodWhen"]>;
  labels: ChangeValueProps["labels"];
  children: ReactNode;
}

function Change({ direction, goodWhen, labels, children }: ChangeProps) {
  const isNeutral = direction === "unchanged" || goodWhen === "neither";
  const tone = isNeutral ? "text-ink-2" : direction === goodWhen ? "text-jade-ink" : "text-cinnabar-ink";
  return (
    <span className={`whitespace-nowrap ${tone}`}>
      <span className="sr-only">{labels[direction]} </span>
      <span aria-hidden>{direction === "up" ? "▲ " : direction === "down" ? "▼ " : ""}</span>
      {children}
    </span>
  );
}
