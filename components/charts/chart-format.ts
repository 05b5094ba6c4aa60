import { formatNumber, formatPercent } from "@/components/format/format-number";
import { calendarDay, formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";

/** How values are written. Money comes in minor units, percent as a ratio (0.124 is 12.4 %). */
export type ChartFormat = { kind: "money"; currency: string } | { kind: "number" } | { kind: "percent" };

/** `x` is a day (`2026-11-22`), an instant (ISO 8601), or any other word, which is shown as it is. */
export interface ChartPoint {
  x: string;
  current: number | null;
  previous?: number | null;
}

export interface ChartSeries {
  key: "current" | "previous";
  label: string;
}

export interface ChartEvent {
  x: string;
  label: string;
}

/** What every plot takes beside its data. */
export interface PlotProps {
  data: ChartPoint[];
  series: ChartSeries[];
  format: ChartFormat;
  locale: string;
  timeZone: string;
  /** Names the plot, and says how to read it, for those who do not see it. */
  label: string;
  /** Plots of one name move their pointers together. */
  syncId?: string;
  /** Room for the labels of the value axis in px, where plots below each other share a time axis. */
  valueAxisWidth?: number;
}

export function formatChartValue(
  value: number | null | undefined,
  format: ChartFormat,
  locale: string,
): string {
  if (value === null || value === undefined) return "—";
  if (format.kind === "money") {
    return formatMoney({ amountMinor: Math.round(value), currency: format.currency }, locale);
  }
  return format.kind === "percent" ? formatPercent(value, locale) : formatNumber(value, locale);
}

/** The same, short enough for an axis. */
export function formatAxisValue(value: number, format: ChartFormat, locale: string): string {
  if (format.kind === "money") {
    return formatMoney({ amountMinor: Math.round(value), currency: format.currency }, locale, "compact");
  }
  if (format.kind === "percent") return formatPercent(value, locale);
  return formatNumber(value, locale, { display: Math.abs(value) >= 10_000 ? "compact" : "full" });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A day is a day everywhere; only instants are read in the merchant's time zone. */
export function formatChartX(x: string, locale: string, timeZone: string, style: "axis" | "full"): string {
  if (DAY.test(x)) {
    const noon = `${x}T12:00:00Z`;
    return formatInstant(noon, { locale, timeZone: "UTC", style: style === "axis" ? "day" : "date" });
  }
  if (INSTANT.test(x)) {
    return formatInstant(x, { locale, timeZone, style: style === "axis" ? "time" : "dateTime" });
  }
  return x;
}

/** Puts each event on the point it belongs to; events outside the data are left out. */
export function placeEvents(events: ChartEvent[], data: ChartPoint[], timeZone: string) {
  const indexOf = new Map(data.map((point, index) => [point.x, index]));
  return events
    .map((event) => {
      const day = INSTANT.test(event.x) ? calendarDay(new Date(event.x), timeZone) : event.x;
      return { label: event.label, index: indexOf.get(event.x) ?? indexOf.get(day) ?? -1 };
    })
    .filter((event) => event.index >= 0)
    .sort((a, b) => a.index - b.index)
    .map((event) => ({ ...event, x: data[event.index]!.x, y: data[event.index]!.current }));
}

/** Room for the axis labels, known before drawing so that the plot does not move. */
export function axisWidth(values: number[], format: ChartFormat, locale: string): number {
  const longest = Math.max(0, ...values.map((value) => formatAxisValue(value, format, locale).length));
  return Math.min(84, Math.max(28, Math.round(longest * 7) + 8));
}

/** Four to six round steps from zero (or below it) to above the highest value. */
export function roundTicks(data: ChartPoint[], format: ChartFormat): number[] {
  const values = data
    .flatMap((point) => [point.current, point.previous])
    .filter((v) => typeof v === "number");
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const span = top - bottom || (format.kind === "percent" ? 0.1 : 4);
  const power = 10 ** Math.floor(Math.log10(span / 4));
  let step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => span / n <= 5) ?? power * 10;
  if (format.kind === "number" && values.every(Number.isInteger)) step = Math.max(1, Math.ceil(step));
  const first = Math.floor(bottom / step);
  const last = Math.max(first + 1, Math.ceil(top / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Days are labelled by the week, at most six times, the last day too where it has room. */
export function weekTicks(data: ChartPoint[]): string[] | undefined {
  if (data.length < 14 || !data.every(({ x }) => DAY.test(x))) return undefined;
  const step = 7 * Math.ceil(data.length / 7 / 5);
  const last = data.length - 1;
  const ticks = data.filter((_, index) => index % step === 0).map(({ x }) => x);
  if (last % step >= step / 2) ticks.push(data[last]!.x);
  return ticks;
}

export const axisTick = { fontSize: 11, fill: "var(--ink-3)" } as const;

export const plotClass =
  "[&_.recharts-surface]:rounded-md [&_.recharts-surface]:outline-offset-0! [&_.recharts-surface]:overflow-visible";
