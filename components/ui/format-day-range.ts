/** Two calendar days, both included, as `YYYY-MM-DD`. */
export interface DayRange {
  from: string;
  to: string;
}

/** A span of days as the reader's language writes it. */
export function formatDayRange({ from, to }: DayRange, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  // Node writes thin spaces here and browsers plain ones: without this the two would not agree.
  return format
    .formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
    .replaceAll("\u2009", " ");
}
