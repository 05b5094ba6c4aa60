import { addDays, calendarDay, fromWallClock, wallClockMs } from "@/lib/core/dates";
import { type BusinessHours, MINUTES_PER_DAY, periodsOf, type Span } from "./business-hours";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/**
 * The times at which a shop is open, in order and without gaps between touching ones, from the day of `from` on for
 * `days` days. A shop opens when its clock first reaches the time, and closes likewise: where clocks go back, an hour
 * that comes twice is open both times; a time that clocks skip is the moment of the change.
 */
export function* openSpans(hours: BusinessHours, from: number, days: number): Generator<Span> {
  // The day before may reach into this one where a clock change moves midnight.
  let day = addDays(calendarDay(new Date(from), hours.timeZone), -1);
  let open: Span | null = null;
  for (let count = 0; count <= days + 1; count++, day = addDays(day, 1)) {
    for (const span of spansOfDay(hours, day)) {
      if (open && span.from <= open.to) open.to = Math.max(open.to, span.to);
      else {
        if (open) yield open;
        open = span;
      }
    }
  }
  if (open) yield open;
}

function spansOfDay(hours: BusinessHours, day: string): Span[] {
  return periodsOf(hours, day)
    .map(({ fromMinute, toMinute }) => ({
      from: firstReached(day, fromMinute, hours.timeZone),
      to: firstReached(day, toMinute, hours.timeZone),
    }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
}

/** The first instant at which the local clock shows this minute of the day or a later one. */
function firstReached(day: string, minute: number, timeZone: string): number {
  const date = minute >= MINUTES_PER_DAY ? addDays(day, 1) : day;
  const wall = Date.parse(`${date}T00:00:00Z`) + (minute % MINUTES_PER_DAY) * MINUTE_MS;
  const found = fromWallClock(new Date(wall).toISOString().slice(0, 19), timeZone).getTime();
  const skipped = wallClockMs(found, timeZone) - wall;
  if (skipped <= 0) return found;
  let [before, after] = [found - skipped - SECOND_MS, found];
  while (after - before > SECOND_MS) {
    const middle = before + Math.floor((after - before) / 2 / SECOND_MS) * SECOND_MS;
    if (wallClockMs(middle, timeZone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}
