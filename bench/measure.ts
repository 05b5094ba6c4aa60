/** One line of the report: a figure, what it must reach, and what bounds it on this machine in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: Unit;
  /** Left out: told, not judged. */
  target?: Target;
  /** The least (or most) that anything could reach here, measured beside it; ratio = value / bound. */
  bound?: { label: string; value: number };
  note?: string;
}

/** A line for what could not be measured here, and why. */
export interface Skipped {
  name: string;
  skipped: string;
}

export type Line = Figure | Skipped;
export type Unit = "ms" | "s" | "req/s" | "MB" | "kB" | "" | "GBP";
export interface Target {
  is: "<" | "≤" | "≥" | "=";
  value: number;
}

export function isSkipped(line: Line): line is Skipped {
  return "skipped" in line;
}

/** Null where there is no target. */
export function isMet({ value, target }: Figure): boolean | null {
  if (!target) return null;
  if (!Number.isFinite(value)) return false;
  switch (target.is) {
    case "<":
      return value < target.value;
    case "≤":
      return value <= target.value;
    case "≥":
      return value >= target.value;
    case "=":
      return value === target.value;
  }
}

export function ratioOf({ value, bound }: Figure): number | null {
  return bound && bound.value > 0 ? value / bound.value : null;
}

/** The value below which `share` of the sample lies (nearest rank). Does not change the sample. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(sample: readonly number[]): number {
  return percentile(sample, 0.5);
}
