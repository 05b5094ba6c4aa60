const WRITTEN = /^(?:(\d{4})-|--)(\d\d)-(\d\d)$/;

/** A date somebody wrote, "2026-11-03" or "--11-03" without a year, in words; anything else as it stands. */
export function formatWrittenDate(value: string, locale: string): string {
  const [, year, month, day] = WRITTEN.exec(value) ?? [];
  if (!month || !day) return value;
  // A leap year, so that a 29 February without a year stays one.
  const date = new Date(`${year ?? "2024"}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    ...(year ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(date);
}
