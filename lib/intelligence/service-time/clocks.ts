import type { BusinessHours } from "./business-hours";
import { afterBusinessMs, businessMsBetween } from "./business-time";

/** A clock that can be stopped: when it ran, as instants, and since when it runs now (null while it stands). */
export interface Clock {
  ran: readonly (readonly [from: string, to: string])[];
  runningSince: string | null;
}

export const NEW_CLOCK: Clock = { ran: [], runningSince: null };

export function startClock(clock: Clock, at: Date): Clock {
  return clock.runningSince ? clock : { ...clock, runningSince: at.toISOString() };
}

export function stopClock(clock: Clock, at: Date): Clock {
  const { runningSince, ran } = clock;
  if (!runningSince) return clock;
  const until = at.toISOString();
  // A stop in the same moment leaves nothing to remember.
  return { ran: until > runningSince ? [...ran, [runningSince, until]] : ran, runningSince: null };
}

/** How time is counted: by a shop's hours, or around the clock (null). */
export type TimeCount = BusinessHours | null;

function msBetween(count: TimeCount, from: Date, to: Date): number {
  return count ? businessMsBetween(count, from, to) : Math.max(0, to.getTime() - from.getTime());
}

function after(count: TimeCount, from: Date, ms: number): Date | null {
  return count ? afterBusinessMs(count, from, ms) : new Date(from.getTime() + ms);
}

/** When the clock reaches the target if it runs on; null while it stands, or where that time never comes. */
export function dueAt(clock: Clock, targetMs: number, count: TimeCount): Date | null {
  let left = targetMs;
  for (const [from, to] of clock.ran) {
    const [start, end] = [new Date(from), new Date(to)];
    const ms = msBetween(count, start, end);
    if (ms >= left) return after(count, start, left);
    left -= ms;
  }
  return clock.runningSince ? after(count, new Date(clock.runningSince), left) : null;
}
