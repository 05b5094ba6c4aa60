import { addDays, daysBetween, startOfDay } from "@/lib/core/dates";

/** The days that an overview counts: the comparison's, then the period's, without a gap. */
export interface CountedDays {
  /** Calendar days of the period. */
  days: string[];
  /** Calendar days of the comparison, as many as the period's, or none. */
  previousDays: string[];
  /** Instants at which each counted day begins, and at which the last one ends. */
  bounds: Date[];
}

/** Days are cut in the shop's time zone, so that one with a clock change has 23 or 25 hours. */
export function countDays(
  from: string,
  to: string,
  compare: "previous" | "none",
  timeZone: string,
): CountedDays {
  const length = daysBetween(from, to) + 1;
  const days = Array.from({ length }, (_, at) => addDays(from, at));
  const previousDays = compare === "previous" ? days.map((day) => addDays(day, -length)) : [];
  const bounds = [...previousDays, ...days, addDays(to, 1)].map((day) => startOfDay(day, timeZone));
  return { days, previousDays, bounds };
}
