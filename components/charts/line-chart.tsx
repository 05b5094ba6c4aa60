"use client";

import { useMemo } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
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
  formatChartX,
  type PlotProps,
  placeEvents,
  plotClass,
  roundTicks,
  weekTicks,
} from "./chart-format";
import { ChartTooltip } from "./chart-tooltip";
import { eventLines } from "./event-lines";

export interface LineChartProps extends PlotProps {
  /** Marked on the time axis: a campaign began, a price changed. */
  events?: ChartEvent[];
  /** Points stand in the middle of their day, as the columns of a bar chart below do. */
  banded?: boolean;
}

/** Solid for now, dashed for what it is compared with. Fills its parent, which gives the height. */
export function LineChart(props: LineChartProps) {
  const { data, series, format, locale, timeZone, label, syncId, events = [] } = props;
  const ticks = useMemo(() => roundTicks(data, format), [data, format]);
  const placed = useMemo(() => placeEvents(events, data, timeZone), [events, data, timeZone]);
  const notes = useMemo(() => new Map(placed.map((event) => [event.x, event.label])), [placed]);
  const xTicks = useMemo(() => weekTicks(data), [data]);
  const compared = series.some(({ key }) => key === "previous");
  const labelWidth = props.valueAxisWidth ?? axisWidth(ticks, format, locale);
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 240 }}>
      <ComposedChart
        data={data}
        margin={{ top: placed.length > 0 ? 22 : 8, right: 12, bottom: 0, left: 0 }}
        aria-label={label}
        className={plotClass}
        {...(syncId ? { syncId } : {})}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="x"
          scale={props.banded ? "band" : "auto"}
          tickFormatter={(x: string) => formatChartX(x, locale, timeZone, "axis")}
          tick={axisTick}
          tickLine={false}
          axisLine={false}
          tickMargin={8}
          ticks={xTicks}
          interval={xTicks ? 0 : "equidistantPreserveStart"}
          minTickGap={56}
          height={26}
        />
        <YAxis
          ticks={ticks}
          domain={[ticks[0]!, ticks.at(-1)!]}
          tickFormatter={(value: number) => formatAxisValue(value, format, locale)}
          tick={{ ...axisTick, textAnchor: "start", dx: 8 - labelWidth }}
          tickLine={false}
          axisLine={false}
          width={labelWidth}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          content={(props) => (
            <ChartTooltip {...props} {...{ series, format, locale, timeZone, notes }} shape="line" />
          )}
        />
        {compared ? (
          <Line
            dataKey="previous"
            stroke="var(--ink-3)"
            strokeOpacity={0.8}
            strokeWidth={1.5}
            strokeDasharray="3 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ) : null}
        <Area
          dataKey="current"
          stroke="var(--blue)"
          strokeWidth={2}
          strokeLinejoin="round"
          fill="var(--blue)"
          fillOpacity={0.07}
          dot={false}
          activeDot={{ r: 4, fill: "var(--surface)", stroke: "var(--blue)", strokeWidth: 2 }}
          isAnimationActive={false}
        />
        {eventLines(placed, data.length)}
        {placed.map((event) =>
          event.y === null ? null : (
            <ReferenceDot
              key={`${event.x} ${event.label}`}
              x={event.x}
              y={event.y}
              r={4}
              fill="var(--surface)"
              stroke="var(--blue)"
              strokeWidth={2}
            />
          ),
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
