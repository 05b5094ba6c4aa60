const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_556_952],
  ["month", 2_629_746],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** "3 min. ago", "in 2 days", "now"; rounds towards now, so that nothing is said to be older than it is. */
export function formatRelative(
  instant: string,
  now: string,
  locale: string,
  style: "long" | "short" | "narrow" = "short",
): string {
  const key = `${locale}|${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style });
    formats.set(key, format);
  }
  const seconds = (Date.parse(instant) - Date.parse(now)) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, "second");
}
