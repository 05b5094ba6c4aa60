import { addDays, calendarDay } from "@/lib/core/dates";
import { getOverview } from "@/lib/operations/overview";
import { getOverviewInput, type OverviewDto } from "@/lib/operations/overview/schemas";
import type { PageContext } from "@/lib/platform/http/page-context";

export interface PeriodParams {
  from?: string;
  to?: string;
}

interface DayRange {
  from: string;
  to: string;
}

const DEFAULT_DAYS = 28;

export interface ChosenPeriod {
  overview: OverviewDto;
  presets: { key: "last7" | "last28" | "last90" | "last365" | "all"; range: DayRange }[];
  today: string;
}

/**
 * The period that the address names, else the last 28 whole days: today is not over, and would compare badly.
 * A shop whose orders all lie further back (an import of old data) opens at its own last 28 days.
 */
export async function choosePeriod(ctx: PageContext, params: PeriodParams): Promise<ChosenPeriod> {
  const today = calendarDay(ctx.now(), ctx.timeZone);
  const asked = getOverviewInput.safeParse(params);
  const yesterday = addDays(today, -1);
  let overview = await getOverview(
    ctx,
    asked.success ? { from: asked.data.from, to: asked.data.to } : endingAt(yesterday, DEFAULT_DAYS),
  );
  const { dataRange } = overview;
  const lastDay =
    dataRange && dataRange.to < endingAt(yesterday, DEFAULT_DAYS).from ? dataRange.to : yesterday;
  if (!asked.success && lastDay !== yesterday)
    overview = await getOverview(ctx, endingAt(lastDay, DEFAULT_DAYS));
  return {
    overview,
    today,
    presets: [
      { key: "last28", range: endingAt(lastDay, DEFAULT_DAYS) },
      { key: "last7", range: endingAt(lastDay, 7) },
      { key: "last90", range: endingAt(lastDay, 90) },
      { key: "last365", range: endingAt(lastDay, 365) },
      ...(dataRange ? [{ key: "all" as const, range: dataRange }] : []),
    ],
  };
}

function endingAt(day: string, days: number): DayRange {
  return { from: addDays(day, 1 - days), to: day };
}
