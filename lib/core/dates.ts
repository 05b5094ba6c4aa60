export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const STYLES = {
  date: { year: "numeric", month: "short", day: "numeric" },
  day: { month: "short", day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  dateTime: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof STYLES;

/** Formats an instant for people; locale and time zone are always explicit. */
export function formatInstant(
  instant: Date | string,
  options: { locale: string; timeZone: string; style: DateStyle },
): string {
  const key = `${options.locale}|${options.timeZone}|${options.style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(options.locale, {
      ...STYLES[options.style],
      timeZone: options.timeZone,
    });
    formats.set(key, format);
  }
  return format.format(typeof instant === "string" ? new Date(instant) : instant);
}

/** The calendar day (`YYYY-MM-DD`) of an instant in a time zone. */
export function calendarDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
}

/** Adds whole days to a calendar day, by the Gregorian calendar alone. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The instant at which a calendar day begins in a time zone; where clocks skip midnight, that is one o'clock. */
export function startOfDay(day: string, timeZone: string): Date {
  return fromWallClock(`${day}T00:00:00`, timeZone);
}

/**
 * A wall-clock time without offset, read in a time zone, as an instant. A time that comes twice is the first of the
 * two; one that a clock change skips is read with the offset before it (as Temporal's "compatible").
 */
export function fromWallClock(wallClock: string, timeZone: string): Date {
  const wall = Date.parse(`${wallClock.replace(" ", "T")}Z`);
  const before = wall - offsetMs(new Date(wall - DAY_MS), timeZone);
  const after = wall - offsetMs(new Date(wall + DAY_MS), timeZone);
  const exact = [before, after].filter((instant) => instant + offsetMs(new Date(instant), timeZone) === wall);
  return new Date(exact.length > 0 ? Math.min(...exact) : before);
}

/** The wall clock of a time zone at an instant, as milliseconds that UTC would show alike. */
export function wallClockMs(instant: number, timeZone: string): number {
  return instant + offsetMs(new Date(instant), timeZone);
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Offset of local time from UTC at an instant, in milliseconds. */
function offsetMs(instant: Date, timeZone: string): number {
  let format = offsetFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    offsetFormats.set(timeZone, format);
  }
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(instant)) parts[part.type] = Number(part.value);
  const local = Date.UTC(
    parts.year!,
    parts.month! - 1,
    parts.day!,
    parts.hour!,
    parts.minute!,
    parts.second!,
  );
  return local - Math.floor(instant.getTime() / 1000) * 1000;
}
