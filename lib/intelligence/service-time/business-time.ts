import type { BusinessHours, Span } from "./business-hours";
import { openSpans } from "./open-spans";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How far ahead is looked: a shop that does not open for so long is closed for good. */
const HORIZON_DAYS = 800;
const STEP_DAYS = 8;

/** Looks a week at a time, since most answers are near. */
function* spansFrom(hours: BusinessHours, from: number): Generator<Span> {
  let seen = Number.NEGATIVE_INFINITY;
  for (let days = 0; days < HORIZON_DAYS; days += STEP_DAYS) {
    for (const span of openSpans(hours, from + days * DAY_MS, STEP_DAYS)) {
      if (span.to <= seen || span.to <= from) continue;
      yield { from: Math.max(span.from, seen, from), to: span.to };
      seen = span.to;
    }
  }
}

export function isOpenAt(hours: BusinessHours, at: Date): boolean {
  const time = at.getTime();
  for (const span of openSpans(hours, time, 1)) if (span.from <= time && time < span.to) return true;
  return false;
}

/** The next instant at which the shop is open: `at` itself while it is. Null where it never opens again. */
export function nextOpening(hours: BusinessHours, at: Date): Date | null {
  for (const span of spansFrom(hours, at.getTime())) return new Date(span.from);
  return null;
}

/** Milliseconds of opening time between two instants; 0 where they are in the wrong order. */
export function businessMsBetween(hours: BusinessHours, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end <= start) return 0;
  let sum = 0;
  for (const span of openSpans(hours, start, Math.ceil((end - start) / DAY_MS) + 1))
    sum += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start));
  return sum;
}

/**
 * The instant at which so much opening time has gone by: the earliest one, so that work due at closing time is due at
 * closing time and not the next morning. Null where the shop does not open for that long again.
 */
export function afterBusinessMs(hours: BusinessHours, from: Date, ms: number): Date | null {
  if (ms <= 0) return from;
  let left = ms;
  for (const span of spansFrom(hours, from.getTime())) {
    if (left <= span.to - span.from) return new Date(span.from + left);
    left -= span.to - span.from;
  }
  return null;
}

export function afterBusinessMinutes(hours: BusinessHours, from: Date, minutes: number): Date | null {
  return afterBusinessMs(hours, from, minutes * MINUTE_MS);
}
