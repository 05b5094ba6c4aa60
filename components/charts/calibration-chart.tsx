"use client";

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatPercent } from "@/components/format/format-number";
import { axisTick, plotClass } from "./chart-format";

export interface CalibrationPoint {
  /** Mean confidence of a bin, 0–1. */
  confidence: number;
  /** Share of the bin that was right, 0–1. */
  accuracy: number;
  count: number;
}

export interface CalibrationSeries {
  key: string;
  label: string;
  points: CalibrationPoint[];
}

export interface CalibrationChartProps {
  /** At most five; coloured in the house's order. */
  series: CalibrationSeries[];
  locale: string;
  label: string;
  labels: { confidence: string; accuracy: string; count: string };
}

export const CALIBRATION_COLOURS = [
  "var(--blue)",
  "var(--ink)",
  "var(--amber)",
  "var(--jade)",
  "var(--plum)",
] as const;
const DASHES = [undefined, "6 3", "2 3", "8 3 2 3", "1 4"] as const;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * How often a confidence was right (a reliability diagram). Dots are as large as the bin is full, so that a stray
 * bin of three lines does not shout. Fills its parent, which gives the height.
 */
export function CalibrationChart({ series, locale, label, labels }: CalibrationChartProps) {
  const rows = rowsOf(series);
  const fullest = Math.max(1, ...series.flatMap(({ points }) => points.map(({ count }) => count)));
  const percent = (value: number) => formatPercent(value, locale, { fractionDigits: 0 });
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 280 }}>
      <LineChart
        data={rows}
        margin={{ top: 8, right: 16, bottom: 16, left: 0 }}
        aria-label={label}
        className={plotClass}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="x"
          type="number"
          domain={[0, 1]}
          ticks={TICKS}
          tickFormatter={percent}
          tick={axisTick}
          tickLine={false}
          axisLine={false}
          tickMargin={6}
          height={40}
          label={{
            value: labels.confidence,
            position: "insideBottomRight",
            fontSize: 11,
            fill: "var(--ink-3)",
          }}
        />
        <YAxis
          domain={[0, 1]}
          ticks={TICKS}
          tickFormatter={percent}
          tick={{ ...axisTick, textAnchor: "start", dx: -36 }}
          tickLine={false}
          axisLine={false}
          width={44}
        />
        <ReferenceLine
          segment={[
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ]}
          stroke="var(--ink-3)"
          strokeDasharray="3 4"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as Row | undefined;
            if (!active || !row) return null;
            return (
              <div role="status" className="rounded-md bg-raised px-2.5 py-2 text-ink text-xs shadow-float">
                <p className="font-medium">{row.label}</p>
                <Figure name={labels.confidence} value={percent(row.x)} />
                <Figure name={labels.accuracy} value={percent(row.accuracy)} />
                <Figure name={labels.count} value={new Intl.NumberFormat(locale).format(row.count)} />
              </div>
            );
          }}
        />
        {series.map(({ key }, index) => (
          <Line
            key={key}
            dataKey={key}
            stroke={CALIBRATION_COLOURS[index % CALIBRATION_COLOURS.length]!}
            strokeDasharray={DASHES[index % DASHES.length]}
            strokeWidth={2}
            connectNulls
            isAnimationActive={false}
            dot={(dot: { cx?: number; cy?: number; payload?: Row; index?: number }) =>
              dot.payload?.key === key ? (
                <circle
                  key={dot.index}
                  cx={dot.cx}
                  cy={dot.cy}
                  r={2 + 4 * Math.sqrt(dot.payload.count / fullest)}
                  fill={CALIBRATION_COLOURS[index % CALIBRATION_COLOURS.length]}
                  stroke="var(--surface)"
                />
              ) : (
                <g key={dot.index} />
              )
            }
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

interface Row {
  x: number;
  key: string;
  label: string;
  accuracy: number;
  count: number;
  [series: string]: string | number;
}

/** One row a point, along the axis: the arrow keys then read every point of every series in turn. */
function rowsOf(series: CalibrationSeries[]): Row[] {
  return series
    .flatMap(({ key, label, points }) =>
      points.map(
        ({ confidence, accuracy, count }): Row => ({
          x: confidence,
          key,
          label,
          accuracy,
          count,
          [key]: accuracy,
        }),
      ),
    )
    .sort((a, b) => a.x - b.x);
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <p className="flex justify-between gap-4 leading-5">
      <span className="text-ink-3">{name}</span>
      <span className="font-medium">{value}</span>
    </p>
  );
}

interface CalibrationLegendProps {
  series: { key: string; label: string }[];
  /** Names the diagonal, where confidence and accuracy are the same. */
  ideal: string;
}

/** The strokes of the lines, with their names. */
export function CalibrationLegend({ series, ideal }: CalibrationLegendProps) {
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-xs">
      {series.map(({ key, label }, index) => (
        <li key={key} className="flex items-center gap-1.5">
          <svg width="18" height="8" aria-hidden="true">
            <line
              x2="18"
              y1="4"
              y2="4"
              stroke={CALIBRATION_COLOURS[index % CALIBRATION_COLOURS.length]}
              strokeWidth="2"
              strokeDasharray={DASHES[index % DASHES.length]}
            />
          </svg>
          {label}
        </li>
      ))}
      <li className="flex items-center gap-1.5 text-ink-3">
        <svg width="18" height="8" aria-hidden="true">
          <line y1="7" x2="18" y2="1" stroke="var(--ink-3)" strokeDasharray="3 3" />
        </svg>
        {ideal}
      </li>
    </ul>
  );
}
