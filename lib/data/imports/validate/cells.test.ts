import { describe, expect, it } from "vitest";
import { parseDecimal, parseWhole, toMinorUnits } from "./decimal";
import { instantReader } from "./instant";

describe("money", () => {
  const minor = (price: string, quantity: number, digits = 2) =>
    toMinorUnits(parseDecimal(price, ".")!, quantity, digits);

  it("multiplies exactly and rounds a line once, half away from zero", () => {
    expect(minor("1.005", 1)).toBe(101);
    expect(minor("0.001", 5)).toBe(1);
    expect(minor("0.001", 1)).toBe(0);
    expect(minor("2.675", 3)).toBe(803);
    expect(minor("2.675", -3)).toBe(-803);
    expect(minor("2.55", 74215)).toBe(18_924_825);
    expect(minor("1980", 2, 0)).toBe(3960);
    expect(minor("1.2345", 1, 3)).toBe(1235);
    expect(minor("999999999999999", 1_000_000)).toBeNull();
  });

  it("reads grouped numbers and currency signs, and refuses what is ambiguous or no number", () => {
    expect(parseDecimal("¥1,234.50", ".")).toEqual({ coefficient: 123450n, scale: 2 });
    expect(parseDecimal("1.234,5 €", ",")).toEqual({ coefficient: 12345n, scale: 1 });
    expect(parseDecimal("１２.５", ".")).toEqual({ coefficient: 125n, scale: 1 });
    for (const bad of ["12,5", "1,23,4.5", "abc", "1e5", "", "--1", "0x10", "NaN", "."])
      expect(parseDecimal(bad, "."), bad).toBeNull();
    expect(["6", "6.0", "1,000", "-3"].map((cell) => parseWhole(cell, "."))).toEqual([6, 6, 1000, -3]);
    expect(["1.5", "9999999999", "x"].map((cell) => parseWhole(cell, "."))).toEqual([null, null, null]);
  });
});

describe("instants", () => {
  const london = instantReader("ymd", "Europe/London");

  it("reads wall-clock time in winter and in summer", () => {
    expect(london("2010-12-01 08:26:00")).toBe("2010-12-01T08:26:00.000Z");
    expect(london("2011-06-01 08:26:00")).toBe("2011-06-01T07:26:00.000Z");
    expect(london("2011-03-27 00:59:59")).toBe("2011-03-27T00:59:59.000Z");
    expect(london("2011-03-27 02:00:00")).toBe("2011-03-27T01:00:00.000Z");
    expect(london("2011-10-30 12:00")).toBe("2011-10-30T12:00:00.000Z");
    expect(instantReader("ymd", "Asia/Shanghai")("2024年3月5日 09:30")).toBe("2024-03-05T01:30:00.000Z");
  });

  it("prefers an offset to the zone and knows the other orders of a date", () => {
    expect(london("2025-10-07 09:50:26 +0200")).toBe("2025-10-07T07:50:26.000Z");
    expect(london("2011-06-01T08:26:00Z")).toBe("2011-06-01T08:26:00.000Z");
    expect(instantReader("dmy", "UTC")("31/12/2024 23:05")).toBe("2024-12-31T23:05:00.000Z");
    expect(instantReader("mdy", "UTC")("12/31/2024 11:05 PM")).toBe("2024-12-31T23:05:00.000Z");
  });

  it("refuses days and hours that do not exist", () => {
    for (const bad of ["2011-02-29", "2011-13-01", "2011-01-01 24:01", "01/02/2011", "yesterday", "1999", ""])
      expect(london(bad), bad).toBeNull();
  });
});
