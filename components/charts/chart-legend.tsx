import type { ChartSeries } from "./chart-format";

/** A short stroke drawn as the series is drawn, and its name. */
export function ChartLegend({ series, shape = "line" }: { series: ChartSeries[]; shape?: "line" | "bar" }) {
  return (
    <ul data-slot="chart-legend" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      {series.map(({ key, label }) => (
        <li
          key={key}
          className={`flex items-center gap-1.5 ${key === "current" ? "text-ink-2" : "text-ink-3"}`}
        >
          <ChartSwatch seriesKey={key} shape={shape} />
          {label}
        </li>
      ))}
    </ul>
  );
}

export function ChartSwatch({ seriesKey, shape }: { seriesKey: ChartSeries["key"]; shape: "line" | "bar" }) {
  const current = seriesKey === "current";
  if (shape === "bar") {
    return (
      <svg width="8" height="8" aria-hidden="true" className="shrink-0">
        <rect width="8" height="8" rx="2" fill={current ? "var(--blue)" : "var(--line-strong)"} />
      </svg>
    );
  }
  return (
    <svg width="14" height="8" aria-hidden="true" className="shrink-0">
      <line
        x1="0"
        x2="14"
        y1="4"
        y2="4"
        stroke={current ? "var(--blue)" : "var(--ink-3)"}
        strokeWidth={current ? 2 : 1.5}
        strokeDasharray={current ? undefined : "3 3"}
      />
    </svg>
  );
}
