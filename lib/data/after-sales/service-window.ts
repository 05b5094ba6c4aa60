import { addDays, calendarDay, startOfDay } from "@/lib/core/dates";
import type { Refusal } from "./schemas";
import type { ServedOrder } from "./served-order";

/** The end of a window: the day of its beginning does not count, the last day counts to its end in the shop's zone. */
export function endOfWindow(from: string | Date, days: number, timeZone: string): Date {
  return startOfDay(addDays(calendarDay(new Date(from), timeZone), days + 1), timeZone);
}

/** From when the days run: the last parcel's arrival, or the nearest thing that is known of it. */
export function arrivedAt({ shipments, placedAt }: Pick<ServedOrder, "shipments" | "placedAt">): string {
  const known = shipments.flatMap(
    ({ deliveredAt, expectedAt, shippedAt }) => deliveredAt ?? expectedAt ?? shippedAt ?? [],
  );
  return known.sort().at(-1) ?? placedAt;
}

/** @returns the refusal once the window is over. */
export function refuseAfter(endsAt: Date, windowDays: number, now: Date): Refusal | null {
  if (now < endsAt) return null;
  return { isPossible: false, reason: "window_over", windowDays, endedAt: endsAt.toISOString() };
}
