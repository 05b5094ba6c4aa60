const UNITS = [
  { unit: "second", seconds: 1, below: 90 },
  { unit: "minute", seconds: 60, below: 90 * 60 },
  { unit: "hour", seconds: 3_600, below: 48 * 3_600 },
  { unit: "day", seconds: 86_400, below: Number.POSITIVE_INFINITY },
] as const;

/** A length of time in the unit in which people would say it: "45 sec", "12 min", "3.5 hr", "2 days". */
export function formatDuration(seconds: number, locale: string): string {
  const { unit, seconds: length } = UNITS.find(({ below }) => seconds < below)!;
  const value = seconds / length;
  const digits = unit === "second" || value >= 10 ? 0 : 1;
  return new Intl.NumberFormat(locale, {
    ...{ style: "unit", unit, unitDisplay: "short" },
    ...{ minimumFractionDigits: 0, maximumFractionDigits: digits },
  }).format(value);
}
