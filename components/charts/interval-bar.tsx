import { cn } from "@/components/ui/cn";

export interface IntervalBarProps {
  value: number;
  lower: number;
  upper: number;
  /** The scale that all bars below each other share. */
  domain: readonly [number, number];
  /** Says the three figures. */
  label: string;
  className?: string;
}

/** An estimate as a dot within its interval, on a scale that its neighbours share. */
export function IntervalBar({ value, lower, upper, domain, label, className }: IntervalBarProps) {
  const at = (x: number) => `${(100 * (x - domain[0])) / (domain[1] - domain[0])}%`;
  return (
    <span role="img" aria-label={label} className={cn("relative block h-4 w-full", className)}>
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span
        className="absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-blue/30"
        style={{ left: at(lower), right: `calc(100% - ${at(upper)})` }}
      />
      <span
        className="absolute top-1/2 size-2 -translate-x-1/2 -translate-y-1/2 rounded-full border border-surface bg-blue"
        style={{ left: at(value) }}
      />
    </span>
  );
}

/** Marks of a scale over a column of interval bars. */
export function IntervalScale({
  domain,
  ticks,
  format,
}: {
  domain: readonly [number, number];
  ticks: readonly number[];
  format: (value: number) => string;
}) {
  return (
    <span aria-hidden className="relative block h-4 w-full font-normal">
      {ticks.map((tick, index) => (
        <span
          key={tick}
          className={cn(
            "absolute text-micro",
            index === 0 ? "" : index === ticks.length - 1 ? "-translate-x-full" : "-translate-x-1/2",
          )}
          style={{ left: `${(100 * (tick - domain[0])) / (domain[1] - domain[0])}%` }}
        >
          {format(tick)}
        </span>
      ))}
    </span>
  );
}
