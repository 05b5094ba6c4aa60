/** Minutes of a local day: 0 is midnight, 1440 the end of the day. A period includes its start and not its end. */
export interface Period {
  fromMinute: number;
  toMinute: number;
}

/** Days (`YYYY-MM-DD`, both included) with hours of their own; without periods the shop is closed. */
export interface SpecialDays {
  from: string;
  to: string;
  periods: readonly Period[];
}

export interface BusinessHours {
  timeZone: string;
  /** Seven days, Monday first. */
  week: readonly (readonly Period[])[];
  special: readonly SpecialDays[];
}

/** Half-open, in milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

export const MINUTES_PER_DAY = 1_440;

/** The periods of a calendar day: its own where it is special, else its weekday's. */
export function periodsOf(hours: BusinessHours, day: string): readonly Period[] {
  const special = hours.special.find(({ from, to }) => from <= day && day <= to);
  if (special) return special.periods;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return hours.week[weekday] ?? [];
}
