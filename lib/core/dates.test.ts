import { describe, expect, it } from "vitest";
import { instantSchema, timeZoneSchema } from "./date-schema";
import {
  addDays,
  calendarDay,
  daysBetween,
  formatInstant,
  fromWallClock,
  isTimeZone,
  startOfDay,
} from "./dates";

const utc = (wallClock: string, timeZone: string) => fromWallClock(wallClock, timeZone).toISOString();

describe("fromWallClock", () => {
  it.each([
    ["2026-07-01T12:00:00", "Asia/Shanghai", "2026-07-01T04:00:00.000Z"],
    ["2026-07-01 12:00:00", "Europe/London", "2026-07-01T11:00:00.000Z"],
    ["2026-01-01T12:00:00", "Europe/London", "2026-01-01T12:00:00.000Z"],
    ["2026-07-01T00:30:00", "America/Mexico_City", "2026-07-01T06:30:00.000Z"],
    ["2022-07-01T00:30:00", "America/Mexico_City", "2022-07-01T05:30:00.000Z"],
    ["1990-07-01T12:00:00", "Asia/Shanghai", "1990-07-01T03:00:00.000Z"],
    ["2026-07-01T12:00:00", "Asia/Kathmandu", "2026-07-01T06:15:00.000Z"],
    ["2026-07-01T12:00:00.250", "UTC", "2026-07-01T12:00:00.250Z"],
  ])("reads %s in %s as %s", (wallClock, timeZone, instant) => {
    expect(utc(wallClock, timeZone)).toBe(instant);
  });

  it("reads a time that a clock change skips with the offset before it, so that it comes after the gap", () => {
    expect(utc("2026-03-29T01:30:00", "Europe/London")).toBe("2026-03-29T01:30:00.000Z");
    expect(utc("2022-04-03T02:30:00", "America/Mexico_City")).toBe("2022-04-03T08:30:00.000Z");
    expect(utc("2026-03-08T02:30:00", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
  });

  it("reads a time that comes twice as the first of the two", () => {
    expect(utc("2026-10-25T01:30:00", "Europe/London")).toBe("2026-10-25T00:30:00.000Z");
    expect(utc("2022-10-30T01:30:00", "America/Mexico_City")).toBe("2022-10-30T06:30:00.000Z");
  });

  it("reads times just before and after a change as the clock showed them", () => {
    expect(utc("2026-03-29T00:59:59", "Europe/London")).toBe("2026-03-29T00:59:59.000Z");
    expect(utc("2026-03-29T02:00:00", "Europe/London")).toBe("2026-03-29T01:00:00.000Z");
    expect(utc("2022-10-30T00:59:59", "America/Mexico_City")).toBe("2022-10-30T05:59:59.000Z");
    expect(utc("2022-10-30T02:00:00", "America/Mexico_City")).toBe("2022-10-30T08:00:00.000Z");
  });
});

describe("startOfDay", () => {
  // Chile, Paraguay, Cuba and Egypt change their clocks at midnight, where a day may begin at one o'clock.
  const zones = [
    "Asia/Shanghai",
    "Europe/London",
    "America/Mexico_City",
    "America/Santiago",
    "America/Havana",
  ];
  it.each([...zones, "Africa/Cairo", "Pacific/Apia"])(
    "is the first instant of every day of 2022 in %s",
    (timeZone) => {
      for (let day = "2022-01-01"; day < "2023-01-01"; day = addDays(day, 1)) {
        const start = startOfDay(day, timeZone);
        expect(calendarDay(start, timeZone)).toBe(day);
        expect(calendarDay(new Date(start.getTime() - 1), timeZone)).toBe(addDays(day, -1));
      }
    },
  );

  it("leaves days of 23 and 25 hours", () => {
    const hours = (day: string) =>
      (startOfDay(addDays(day, 1), "Europe/London").getTime() - startOfDay(day, "Europe/London").getTime()) /
      3_600_000;
    expect(["2026-03-29", "2026-10-25", "2026-06-01"].map(hours)).toEqual([23, 25, 24]);
  });
});

describe("calendar days", () => {
  it("are counted by the calendar, across years, leap days and clock changes", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
    expect(daysBetween("2026-01-01", "2026-01-01")).toBe(0);
  });

  it("belong to the time zone", () => {
    const instant = new Date("2026-07-01T20:00:00Z");
    expect(calendarDay(instant, "Asia/Shanghai")).toBe("2026-07-02");
    expect(calendarDay(instant, "America/Mexico_City")).toBe("2026-07-01");
  });
});

describe("formatInstant", () => {
  const instant = "2026-07-01T20:05:00Z";
  it.each([
    ["zh-CN", "Asia/Shanghai", "day", "7月2日"],
    ["en", "America/Mexico_City", "day", "Jul 1"],
    ["es", "Europe/London", "day", "1 jul"],
    ["en", "Asia/Shanghai", "time", "04:05"],
    ["es", "Asia/Shanghai", "date", "2 jul 2026"],
    ["en", "UTC", "dateTime", "Jul 1, 2026, 20:05"],
  ] as const)("for %s in %s gives the %s as %s", (locale, timeZone, style, text) => {
    expect(formatInstant(instant, { locale, timeZone, style })).toBe(text);
    expect(formatInstant(new Date(instant), { locale, timeZone, style })).toBe(text);
  });

  it("writes midnight as 00, not 24", () => {
    const options = { locale: "en", timeZone: "UTC", style: "time" } as const;
    expect(formatInstant("2026-07-01T00:00:00Z", options)).toBe("00:00");
  });
});

describe("the schemas", () => {
  it("take IANA time zones and instants with an offset, nothing else", () => {
    expect(["Asia/Shanghai", "UTC"].every(isTimeZone)).toBe(true);
    expect(["Shanghai", "", "Europe/Lond0n"].some(isTimeZone)).toBe(false);
    expect(timeZoneSchema.safeParse("Mars/Olympus").success).toBe(false);
    expect(instantSchema.safeParse("2026-07-01T00:00:00+08:00").success).toBe(true);
    for (const bad of ["2026-07-01", "2026-07-01T00:00:00", "2026-02-30T00:00:00Z", "yesterday"])
      expect(instantSchema.safeParse(bad).success).toBe(false);
  });
});
