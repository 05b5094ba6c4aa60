import { addDays, daysBetween } from "@/lib/core/dates";
import type { Market } from "./model";

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;
export const TIME_ZONE = "Asia/Shanghai";

/** First day of the Chinese year (Hong Kong Observatory's tables): ICU's own calendar is a day off in some years. */
const SPRING_FESTIVALS = [
  "2022-02-01",
  "2023-01-22",
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-03",
  "2031-01-23",
  "2032-02-11",
  "2033-01-31",
  "2034-02-19",
  "2035-02-08",
  "2036-01-28",
  "2037-02-15",
];

/** Sunday to Saturday. Chinese shoppers buy most at the weekend, western ones on Sunday and Monday. */
const WEEK: Record<Market, readonly number[]> = {
  zh: [1.15, 1.0, 0.97, 0.96, 0.98, 1.03, 1.12],
  en: [1.16, 1.12, 1.02, 0.98, 0.96, 0.9, 0.94],
  es: [1.14, 1.08, 1.02, 1.0, 0.98, 0.9, 0.92],
};

/** Shares of demand by hour of the local day, from midnight. */
const HOURS: Record<Market, readonly number[]> = {
  zh: [22, 11, 6, 3, 2, 3, 7, 15, 29, 44, 56, 52, 45, 47, 50, 51, 48, 42, 40, 50, 68, 78, 70, 44],
  en: [14, 8, 5, 4, 4, 6, 12, 22, 34, 44, 52, 56, 58, 54, 50, 48, 48, 50, 54, 62, 70, 68, 50, 28],
  es: [22, 10, 5, 3, 3, 4, 8, 18, 32, 46, 54, 56, 54, 50, 42, 42, 48, 54, 58, 60, 62, 68, 72, 48],
};

export function hourWeights(market: Market): readonly number[] {
  return HOURS[market];
}

/** The instant a Shanghai day begins; China has kept UTC+8 without summer time since 1991. */
export function shanghaiMidnight(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** Asked for every order and event: a few thousand days, kept. */
const dayNames = new Map<number, string>();

export function shanghaiDay(timeMs: number): string {
  const ordinal = Math.floor((timeMs + 8 * HOUR_MS) / DAY_MS);
  let day = dayNames.get(ordinal);
  if (day === undefined) {
    day = new Date(ordinal * DAY_MS).toISOString().slice(0, 10);
    dayNames.set(ordinal, day);
  }
  return day;
}

/** How much a market buys on a day, relative to an ordinary day at the start of the shop's records. */
export function demandOn(day: string, market: Market, firstDay: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const trend = Math.exp((0.32 * daysBetween(firstDay, day)) / 365);
  return trend * yearly(day, market) * (WEEK[market][weekday] as number) * saleOn(day, market);
}

/** The pull of sales and holidays on a day: 1 is an ordinary one. */
export function saleOn(day: string, market: Market): number {
  return market === "zh" ? chineseSales(day) : westernSales(day, market);
}

/** Slow yearly wave with its top in late November. */
function yearly(day: string, market: Market): number {
  const dayOfYear = daysBetween(`${day.slice(0, 4)}-01-01`, day);
  return 1 + (market === "zh" ? 0.08 : 0.14) * Math.cos((2 * Math.PI * (dayOfYear - 328)) / 365.25);
}

/** 11.11, 12.12, 618, 8 March and the Spring Festival, whose couriers stop a few days ahead. */
function chineseSales(day: string): number {
  const date = day.slice(5);
  const fixed = CHINESE_DAYS[date];
  if (fixed) return fixed;
  if (date >= "11-01" && date <= "11-09") return 1.25;
  if (date >= "06-01" && date <= "06-15") return 1.2;
  if (date >= "10-01" && date <= "10-07") return 0.86;
  const festival =
    SPRING_FESTIVALS.find((first) => first.startsWith(day.slice(0, 4))) ?? `${day.slice(0, 4)}-02-05`;
  const offset = daysBetween(festival, day);
  if (offset >= -28 && offset <= -10) return 1.2;
  if (offset >= -6 && offset <= -2) return 0.55;
  if (offset >= -1 && offset <= 3) return 0.26;
  if (offset >= 4 && offset <= 7) return 0.45;
  if (offset >= 8 && offset <= 13) return 0.75;
  return 1;
}

const CHINESE_DAYS: Record<string, number> = {
  "03-08": 1.7,
  "06-16": 1.6,
  "06-17": 2.1,
  "06-18": 4.6,
  "11-10": 2.6,
  "11-11": 7.2,
  "11-12": 1.5,
  "12-11": 1.5,
  "12-12": 3.3,
};

/** Black Friday to Cyber Monday, Christmas; in Spanish also the days before the Kings bring presents. */
function westernSales(day: string, market: Market): number {
  const date = day.slice(5);
  const fromBlackFriday = daysBetween(blackFriday(day.slice(0, 4)), day);
  if (fromBlackFriday >= -4 && fromBlackFriday <= 4) {
    return [1.3, 1.4, 1.6, 2.0, 5.2, 2.4, 2.3, 4.4, 1.5][fromBlackFriday + 4] as number;
  }
  if (date === "11-11") return 1.3;
  if (date >= "12-01" && date <= "12-18") return 1.42;
  if (date >= "12-23" && date <= "12-26") return 0.55;
  if (date === "01-01") return 0.6;
  if (market === "es" && date >= "01-02" && date <= "01-05") return 1.5;
  return 1;
}

/** The day after the fourth Thursday of November. */
export function blackFriday(year: string): string {
  const first = new Date(`${year}-11-01T00:00:00Z`).getUTCDay();
  return addDays(`${year}-11-01`, ((4 - first + 7) % 7) + 21 + 1);
}

export type Season = "flat" | "winter" | "summer" | "spring" | "gift";

const SEASON_PEAK: Record<Exclude<Season, "flat">, { dayOfYear: number; swing: number }> = {
  winter: { dayOfYear: 352, swing: 0.6 },
  summer: { dayOfYear: 182, swing: 0.65 },
  spring: { dayOfYear: 105, swing: 0.35 },
  gift: { dayOfYear: 340, swing: 0.3 },
};

/** A category's share of attention over the year: heaters in December, parasols in July. */
export function seasonOn(day: string, season: Season): number {
  if (season === "flat") return 1;
  const { dayOfYear, swing } = SEASON_PEAK[season];
  const today = daysBetween(`${day.slice(0, 4)}-01-01`, day);
  return 1 + swing * Math.cos((2 * Math.PI * (today - dayOfYear)) / 365.25);
}

/** Chinese yuan for one unit of the currency: a slow deterministic drift around 2020s levels, four decimals. */
export function fxRateOn(day: string, currency: "CNY" | "USD" | "EUR"): number {
  if (currency === "CNY") return 1;
  const days = daysBetween("2020-01-01", day);
  const [level, swing, period] = currency === "USD" ? [7.14, 0.09, 410] : [7.86, 0.16, 333];
  const rate = level + swing * Math.sin(days / (period / 6.28)) + (swing / 6) * Math.sin(days / 9.7);
  return Math.round(rate * 10_000) / 10_000;
}
