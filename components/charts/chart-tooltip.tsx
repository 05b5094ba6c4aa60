"use client";

import type { TooltipContentProps } from "recharts";
import { type ChartPoint, formatChartValue, formatChartX, type PlotProps } from "./chart-format";
import { ChartSwatch } from "./chart-legend";

export type ChartTooltipProps = Partial<TooltipContentProps> &
  Pick<PlotProps, "series" | "format" | "locale" | "timeZone"> & {
    shape: "line" | "bar";
    notes?: ReadonlyMap<string, string>;
  };

/** What the pointer, or the arrow keys, stand on; spoken as it changes. */
export function ChartTooltip({
  active,
  payload,
  series,
  format,
  locale,
  timeZone,
  shape,
  notes,
}: ChartTooltipProps) {
  const point = payload?.[0]?.payload as ChartPoint | undefined;
  if (!active || !point) return null;
  const note = notes?.get(point.x);
  return (
    <div role="status" className="min-w-36 rounded-md bg-raised px-2.5 py-2 text-ink text-xs shadow-float">
      <p className="mb-1 font-medium">{formatChartX(point.x, locale, timeZone, "full")}</p>
      {series.map(({ key, label }) => (
        <p key={key} className="flex items-center gap-1.5 leading-5">
          <ChartSwatch seriesKey={key} shape={shape} />
          <span className="text-ink-3">{label}</span>
          <span className="ml-auto pl-4 font-medium">{formatChartValue(point[key], format, locale)}</span>
        </p>
      ))}
      {note ? <p className="mt-1 border-t pt-1 text-ink-2">{note}</p> : null}
    </div>
  );
}
