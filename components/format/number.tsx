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

/** A change shown by arrow, sign and colour together. */
export function ChangeValue({ value, locale, goodWhen = "up", labels }: ChangeValueProps) {
  if (value === null) return <span className="text-ink-3">—</span>;
  const direction = value > 0 ? "up" : value < 0 ? "down" : "unchanged";
  const tone =
    direction === "unchanged" || goodWhen === "neither"
      ? "text-ink-2"
      : direction === goodWhen
        ? "text-jade-ink"
        : "text-cinnabar-ink";
  return (
    <span className={`whitespace-nowrap ${tone}`}>
      <span className="sr-only">{labels[direction]} </span>
      <span aria-hidden>{direction === "up" ? "▲ " : direction === "down" ? "▼ " : ""}</span>
      {formatPercent(value, locale, { display: "signed" })}
    </span>
  );
}
