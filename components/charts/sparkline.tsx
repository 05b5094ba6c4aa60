export interface SparklineProps {
  values: (number | null)[];
  width?: number;
  height?: number;
  tone?: "blue" | "ink" | "amber" | "jade" | "plum" | "cinnabar";
}

/** The shape of a figure's recent past. Says nothing the figure beside it does not, so it is not announced. */
export function Sparkline({ values, width = 76, height = 30, tone = "blue" }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <svg width={width} height={height} aria-hidden="true" />;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const step = width / (values.length - 1);
  let path = "";
  let drawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false;
      return;
    }
    const y = height - 4 - ((value - low) / span) * (height - 8);
    path += `${drawing ? "L" : "M"}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    drawing = true;
  });
  return (
    <svg
      data-slot="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="shrink-0 overflow-visible"
    >
      <path
        d={path}
        fill="none"
        stroke={`var(--${tone})`}
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
