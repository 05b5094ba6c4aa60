import { inTenant } from "@/db/tenant";
import { clockOfMinutes } from "@/lib/core/clock-time";
import { readBusinessHours } from "@/lib/data/business-hours";
import { type BusinessHours, isOpenAt, type Period } from "@/lib/intelligence/service-time";
import { asksForHours } from "./reading/asks-for-hours";
import type { Answer, Dialogue } from "./task";
import { GAPS, localeOf } from "./words";

/** A Monday: days of the week are named by the days from here on. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** When people are there, where the message asks for it and the shop has said it; else null. */
export async function tellHours(dialogue: Dialogue): Promise<Answer | null> {
  const { ctx, turn, language, words } = dialogue;
  if (!asksForHours(turn.text)) return null;
  const hours = await inTenant(ctx, ({ tx }) => readBusinessHours(tx, ctx.merchantId));
  if (!hours) return null;
  const now = ctx.now();
  const days = describeWeek(hours, localeOf(language));
  const zone = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: hours.timeZone,
    timeZoneName: "short",
  })
    .formatToParts(now)
    .find(({ type }) => type === "timeZoneName");
  if (days.length === 0) return { text: words("hours.never") };
  const week = words("hours.week", {
    days: days.join(GAPS[language].clause),
    zone: zone?.value ?? hours.timeZone,
  });
  const present = words(isOpenAt(hours, now) ? "hours.open" : "hours.closed");
  return { text: [week, present].join(GAPS[language].sentence) };
}

/** "Mon–Fri 09:00–18:00": days one after the other with the same hours are one; days without are left out. */
function describeWeek({ week }: BusinessHours, locale: string): string[] {
  const runs: { from: number; to: number; periods: readonly Period[] }[] = [];
  for (const [day, periods] of week.entries()) {
    const last = runs.at(-1);
    if (last && JSON.stringify(last.periods) === JSON.stringify(periods)) last.to = day;
    else runs.push({ from: day, to: day, periods });
  }
  const name = (day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(MONDAY + day * DAY_MS);
  return runs
    .filter(({ periods }) => periods.length > 0)
    .map(({ from, to, periods }) => {
      const times = periods.map(
        ({ fromMinute, toMinute }) => `${clockOfMinutes(fromMinute)}–${clockOfMinutes(toMinute)}`,
      );
      return `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${times.join(", ")}`;
    });
}
