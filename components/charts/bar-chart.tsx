"use client";

import { useMemo } from "react";
import {
  Bar,
  CartesianGrid,
  LabelList,
  BarChart as Plot,
  Rectangle,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import {
  axisTick,
  axisWidth,
  type ChartEvent,
  formatAxisValue,
  formatChartValue,
  formatChartX,
  type PlotProps,
  placeEvents,
  plotClass,
  roundTicks,
  weekTicks,
} from "./chart-format";
import { ChartTooltip } from "./chart-tooltip";
import { eventLines } from "./event-lines";

export interface BarChartProps extends PlotProps {
  /** `columns` stand on a time axis; `rows` lie beside their names, each with its figure at the end. */
  layout?: "columns" | "rows";
  /** Room for the names of `rows`, in px. */
  nameWidth?: number;
  /** Marked on the time axis of `columns`. */
  events?: ChartEvent[];
}

/** Fills its parent, which gives the height (for `rows`, about 28 px a row). */
export function BarChart(props: BarChartProps) {
  const {
    data,
    series,
    format,
    locale,
    timeZone,
    label,
    syncId,
    layout = "columns",
    nameWidth = 132,
  } = props;
  const ticks = useMemo(() => roundTicks(data, format), [data, format]);
  const rows = layout === "rows";
  const placed = useMemo(
    () => placeEvents(props.events ?? [], data, timeZone),
    [props.events, data, timeZone],
  );
  const notes = useMemo(() => new Map(placed.map((event) => [event.x, event.label])), [placed]);
  const compared = series.some(({ key }) => key === "previous");
  const xTicks = useMemo(() => (rows ? undefined : weekTicks(data)), [rows, data]);
  const values = data.flatMap((point) => [point.current ?? 0, point.previous ?? 0]);
  const domain: [number, number] = rows
    ? [Math.min(0, ...values), Math.max(0, ...values) || 1]
    : [ticks[0]!, ticks.at(-1)!];
  const labelWidth = props.valueAxisWidth ?? axisWidth(ticks, format, locale);
  const valueAxis = {
    type: "number" as const,
    ...(rows ? {} : { ticks }),
    domain,
    tickLine: false,
    axisLine: false,
  };
  const nameAxis = {
    type: "category" as const,
    dataKey: "x",
    tickFormatter: (x: string) => formatChartX(x, locale, timeZone, "axis"),
    tickLine: false,
    axisLine: false,
  };
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 240 }}>
      <Plot
        data={data}
        layout={rows ? "vertical" : "horizontal"}
        margin={{ top: placed.length > 0 ? 22 : 8, right: rows ? 64 : 12, bottom: 0, left: 0 }}
        barGap={2}
        barCategoryGap={rows ? "30%" : "24%"}
        aria-label={label}
        className={plotClass}
        {...(syncId ? { syncId } : {})}
      >
        {rows ? null : <CartesianGrid vertical={false} stroke="var(--line)" />}
        {rows ? (
          <XAxis {...valueAxis} hide />
        ) : (
          <XAxis
            {...nameAxis}
            tick={axisTick}
            tickMargin={8}
            ticks={xTicks}
            interval={xTicks ? 0 : "equidistantPreserveStart"}
            minTickGap={24}
            height={26}
          />
        )}
        {rows ? (
          <YAxis
            {...nameAxis}
            width={nameWidth}
            interval={0}
            tick={{ ...axisTick, fill: "var(--ink-2)", textAnchor: "start", dx: 8 - nameWidth }}
          />
        ) : (
          <YAxis
            {...valueAxis}
            tickFormatter={(value: number) => formatAxisValue(value, format, locale)}
            tick={{ ...axisTick, textAnchor: "start", dx: 8 - labelWidth }}
            width={labelWidth}
          />
        )}
        {domain[0] < 0 || rows ? (
          <ReferenceLine {...(rows ? { x: 0 } : { y: 0 })} stroke="var(--line-strong)" />
        ) : null}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          content={(tip) => (
            <ChartTooltip {...tip} {...{ series, format, locale, timeZone, notes }} shape="bar" />
          )}
        />
        {compared ? (
          <Bar
            dataKey="previous"
            fill="var(--line-strong)"
            radius={2}
            maxBarSize={28}
            isAnimationActive={false}
          />
        ) : null}
        <Bar
          dataKey="current"
          fill="var(--blue)"
          radius={2}
          maxBarSize={28}
          isAnimationActive={false}
          shape={(bar) => (
            <Rectangle {...bar} fill={Number(bar.payload?.current) < 0 ? "var(--cinnabar)" : "var(--blue)"} />
          )}
        >
          {rows ? (
            <LabelList
              dataKey="current"
              position="right"
              fontSize={11}
              fill="var(--ink-2)"
              formatter={(value) => formatChartValue(Number(value), format, locale)}
            />
          ) : null}
        </Bar>
        {rows ? null : eventLines(placed, data.length)}
      </Plot>
    </ResponsiveContainer>
  );
}
