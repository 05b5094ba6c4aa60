import { describe, expect, test } from "vitest";
import {
  axisWidth,
  formatAxisValue,
  formatChartValue,
  formatChartX,
  placeEvents,
  roundTicks,
  weekTicks,
} from "./chart-format";

const days = Array.from({ length: 28 }, (_, i) => ({
  x: new Date(Date.UTC(2026, 9, 26 + i)).toISOString().slice(0, 10),
  current: i * 10,
}));
const cny = { kind: "money", currency: "CNY" } as const;

describe("values", () => {
  test("money is read in minor units, and yen have none", () => {
    expect(formatChartValue(128_493_000, cny, "zh-CN")).toBe("¥1,284,930.00");
    expect(formatChartValue(8_800, { kind: "money", currency: "JPY" }, "en")).toBe("¥8,800");
  });
  test("axis labels are short; a gap is a dash", () => {
    expect(formatAxisValue(8_000_000, cny, "en")).toBe("¥80K");
    expect(formatAxisValue(8_000_000, cny, "zh-CN")).toBe("¥8万");
    expect(formatChartValue(null, cny, "en")).toBe("—");
  });
});

describe("the time axis", () => {
  test("a day is the same day in every time zone; an instant is not", () => {
    expect(formatChartX("2026-11-22", "en", "Pacific/Auckland", "full")).toBe("Nov 22, 2026");
    expect(formatChartX("2026-11-22", "en", "America/Los_Angeles", "full")).toBe("Nov 22, 2026");
    expect(formatChartX("2026-11-22T23:30:00Z", "en", "Asia/Shanghai", "full")).toContain("Nov 23, 2026");
  });
  test("an event stands on the merchant's day, and outside the data on none", () => {
    const events = [
      { x: "2026-11-17T17:00:00Z", label: "begins" },
      { x: "2027-01-01", label: "later" },
    ];
    expect(placeEvents(events, days, "Asia/Shanghai").map((e) => [e.x, e.label])).toEqual([
      ["2026-11-18", "begins"],
    ]);
  });
  test("four weeks are labelled by the week and at their end", () => {
    expect(weekTicks(days)).toEqual(["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-22"]);
    expect(weekTicks(days.slice(0, 7))).toBeUndefined();
  });
});

describe("the value axis", () => {
  test("steps are round, start at zero and reach over the highest value", () => {
    expect(roundTicks([{ x: "a", current: 178, previous: 12 }], { kind: "number" })).toEqual([
      0, 50, 100, 150, 200,
    ]);
    expect(roundTicks([{ x: "a", current: 3 }], { kind: "number" })).toEqual([0, 1, 2, 3]);
    expect(roundTicks([{ x: "a", current: 0.0318 }], { kind: "percent" })).toEqual([
      0, 0.01, 0.02, 0.03, 0.04,
    ]);
  });
  test("goes below zero only for values below zero, and holds for no data", () => {
    const ticks = roundTicks(
      [
        { x: "a", current: -19 },
        { x: "b", current: 318 },
      ],
      { kind: "number" },
    );
    expect(ticks[0]).toBeLessThanOrEqual(-19);
    expect(ticks).toContain(0);
    const none = roundTicks([], { kind: "number" });
    expect(none[0]).toBe(0);
    expect(none.length).toBeGreaterThan(1);
  });
  test("makes room for its longest label", () => {
    expect(axisWidth([0, 8_000_000], cny, "en")).toBeGreaterThan(28);
  });
});
