import { describe, expect, it } from "vitest";
import { formatMoney, minorDigits, toMajor, toMinor } from "./money";
import { currencySchema, moneySchema } from "./money-schema";

describe("toMinor", () => {
  it.each([
    [1.005, "USD", 101],
    [1.004, "USD", 100],
    [8.165, "EUR", 817],
    [-1.005, "USD", -101],
    [0.1 + 0.2, "CNY", 30],
    [19.99, "CNY", 1999],
    [1234.5, "JPY", 1235],
    [-0.5, "JPY", -1],
    [1.0005, "KWD", 1001],
    [1.2345, "KWD", 1235],
    [0, "USD", 0],
    [-0.001, "USD", 0],
    [1e-7, "USD", 0],
    [1_234_567_890.12, "USD", 123_456_789_012],
  ])("%d %s are %d minor units", (major, currency, minor) => {
    expect(toMinor(major, currency)).toBe(minor);
  });

  it("goes back and forth without losing a unit", () => {
    for (const currency of ["CNY", "JPY", "KWD", "MXN"])
      for (const amountMinor of [0, 1, 99, 100, 101, 123_456_789, -250])
        expect(toMinor(toMajor({ amountMinor, currency }), currency)).toBe(amountMinor);
  });
});

it("knows how many places a currency has", () => {
  expect(["CNY", "USD", "JPY", "KRW", "KWD", "BHD"].map(minorDigits)).toEqual([2, 2, 0, 0, 3, 3]);
});

describe("formatMoney", () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  it.each([
    [123_456, "CNY", "zh-CN", "¥1,234.56"],
    [123_456, "USD", "en", "$1,234.56"],
    [1_234_567, "EUR", "es", "12.345,67 €"],
    [123_456, "JPY", "zh-CN", "¥123,456"],
    [123_456, "KWD", "en", "KWD 123.456"],
    [-250, "USD", "en", "-$2.50"],
    [0, "MXN", "es", "0,00 $"],
  ])("writes %d %s for %s as %s", (amountMinor, currency, locale, text) => {
    expect(plain(formatMoney({ amountMinor, currency }, locale))).toBe(text);
  });

  it("leaves out what a glance does not need", () => {
    const money = { amountMinor: 8_012_345, currency: "CNY" };
    expect(formatMoney(money, "en", "whole")).toBe("¥80,123");
    expect(formatMoney(money, "en", "compact")).toBe("¥80.1K");
    expect(formatMoney(money, "zh-CN", "compact")).toBe("¥8万");
  });
});

describe("the schemas", () => {
  it.each(["cny", "CNYX", "", "ZZZ", "US"])("refuse the currency %j", (code) => {
    expect(currencySchema.safeParse(code).success).toBe(false);
  });

  it.each([1.5, Number.NaN, "100", 2 ** 53, null])("refuse the amount %j", (amountMinor) => {
    expect(moneySchema.safeParse({ amountMinor, currency: "CNY" }).success).toBe(false);
  });

  it("take an integer and a currency, a negative amount too", () => {
    expect(moneySchema.parse({ amountMinor: -5, currency: "KWD" })).toEqual({
      amountMinor: -5,
      currency: "KWD",
    });
  });
});
