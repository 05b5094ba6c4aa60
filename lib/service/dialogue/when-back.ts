import { addDays, calendarDay } from "@/lib/core/dates";
import { type BusinessHours, isOpenAt, nextOpening } from "@/lib/intelligence/service-time";
import type { Language } from "./types";
import { botWords, localeOf } from "./words";

/**
 * What is added to a handoff while nobody is there: when people are back, in the shop's time zone, which is named
 * since the customer may live in another. Null while somebody is there, or where the shop has not said its hours.
 */
export function whenPeopleAreBack(
  language: Language,
  hours: BusinessHours | null,
  now: Date,
): { text: string; at: Date | null } | null {
  if (!hours || isOpenAt(hours, now)) return null;
  const words = botWords(language);
  const opening = nextOpening(hours, now);
  if (!opening) return { text: words("handoff.closed"), at: null };
  const { timeZone } = hours;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone });
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(opening);
  const parts = format({ timeZoneName: "short" }).formatToParts(opening);
  const at = { time, zone: parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone };
  const [today, day] = [calendarDay(now, timeZone), calendarDay(opening, timeZone)];
  if (day === today) return { text: words("handoff.backToday", at), at: opening };
  if (day === addDays(today, 1)) return { text: words("handoff.backTomorrow", at), at: opening };
  const long = format({ weekday: "long", day: "numeric", month: "long" }).format(opening);
  return { text: words("handoff.backOn", { day: long, ...at }), at: opening };
}
