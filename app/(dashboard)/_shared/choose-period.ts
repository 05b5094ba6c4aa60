import { z } from "zod";
import { addDays, calendarDay, daysBetween } from "@/lib/core/dates";
import type { PageContext } from "@/lib/platform/http/page-context";
import { pick } from "./url-state";

export interface DayRange {
  from: string;
  to: string;
}

export interface ChosenPeriod {
  period: DayRange;
  /** As many days, right before. */
  previous: DayRange;
  days: number;
  today: string;
  presets: { days: number; range: DayRange }[];
}

const DEFAULT_DAYS = 28;
const MAX_DAYS = 366;
const PRESETS = [DEFAULT_DAYS, 7, 90, 365];

/** The period that the address names, else the last 28 days. Shares need no whole days, so today counts. */
export function choosePeriod(
  ctx: PageContext,
  params: { from?: string | string[]; to?: string | string[] },
): ChosenPeriod {
  const today = calendarDay(ctx.now(), ctx.timeZone);
  const from = pick(z.iso.date(), params.from);
  const to = pick(z.iso.date(), params.to);
  const isWhole = from && to && from <= to && daysBetween(from, to) < MAX_DAYS;
  const period = isWhole ? { from, to } : endingAt(today, DEFAULT_DAYS);
  const days = daysBetween(period.from, period.to) + 1;
  return {
    period,
    previous: endingAt(addDays(period.from, -1), days),
    days,
    today,
    presets: PRESETS.map((length) => ({ days: length, range: endingAt(today, length) })),
  };
}

function endingAt(day: string, days: number): DayRange {
  return { from: addDays(day, 1 - days), to: day };
}
