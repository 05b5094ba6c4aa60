import { fromWallClock } from "@/lib/core/dates";
import type { ColumnMap } from "../column-map";

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(.*)$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(.*)$/;
const TIME =
  /^(?:[T ,]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})(?:\.\d{1,9})?秒?)?\s*([AaPp][Mm])?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;

/** Reads instants of one file. A time without offset is wall-clock time in `timeZone`; its result is ISO UTC. */
export function instantReader(
  format: ColumnMap["dateFormat"],
  timeZone: string,
): (cell: string) => string | null {
  const recent = new Map<string, string | null>();
  return (cell) => {
    const known = recent.get(cell);
    if (known !== undefined) return known;
    const instant = readInstant(cell.trim(), format, timeZone);
    if (recent.size >= 1000) recent.clear();
    recent.set(cell, instant);
    return instant;
  };
}

function readInstant(text: string, format: ColumnMap["dateFormat"], timeZone: string): string | null {
  const parts = splitDate(text, format);
  const time = parts && TIME.exec(parts.rest.trimEnd());
  if (!parts || !time) return null;
  const hour = toHour24(Number(time[1] ?? 0), time[4]);
  const clock = [hour, Number(time[2] ?? 0), Number(time[3] ?? 0)];
  if (clock[0]! > 23 || clock[1]! > 59 || clock[2]! > 59) return null;
  const day = [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, "0")).join("-");
  if (!isCalendarDay(day) || parts.year < 1970 || parts.year > 2200) return null;
  const wallClock = `${day}T${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
  return (
    time[5] ? new Date(wallClock + toOffset(time[5])) : fromWallClock(wallClock, timeZone)
  ).toISOString();
}

function splitDate(text: string, format: ColumnMap["dateFormat"]) {
  const first = YEAR_FIRST.exec(text);
  if (first) {
    return { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]), rest: first[4]! };
  }
  const last = format === "ymd" ? null : YEAR_LAST.exec(text);
  if (!last) return null;
  const [a, b] = [Number(last[1]), Number(last[2])];
  const [day, month] = format === "dmy" ? [a, b] : [b, a];
  return { year: Number(last[3]), month, day, rest: last[4]! };
}

/** 24, which no day has, for an hour that a twelve-hour clock has not. */
function toHour24(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function toOffset(offset: string): string {
  if (offset === "Z" || offset === "UTC") return "Z";
  return offset.includes(":") ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}
