import type { Words } from "../words";

const DAY_MS = 86_400_000;

/** Times as the visitor reads them: in their own language and their own time zone. */
export class Times {
  private readonly clock: Intl.DateTimeFormat;
  private readonly day: Intl.DateTimeFormat;
  private readonly dayAndYear: Intl.DateTimeFormat;
  private readonly full: Intl.DateTimeFormat;

  constructor(
    locale: string,
    private readonly words: Words,
  ) {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone });
    this.clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.day = format({ weekday: "short", month: "short", day: "numeric" });
    this.dayAndYear = format({ year: "numeric", month: "short", day: "numeric" });
    this.full = format({ dateStyle: "long", timeStyle: "short" });
  }

  ofDay(instant: string): string {
    return this.clock.format(new Date(instant));
  }

  inFull(instant: string): string {
    return this.full.format(new Date(instant));
  }

  /** "Today", "Yesterday", or the date. */
  dayName(instant: string, now: Date): string {
    const date = new Date(instant);
    const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS);
    if (days === 0) return this.words.today;
    if (days === 1) return this.words.yesterday;
    return (date.getFullYear() === now.getFullYear() ? this.day : this.dayAndYear).format(date);
  }
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
