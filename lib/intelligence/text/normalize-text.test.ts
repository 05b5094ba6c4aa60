import { describe, expect, it } from "vitest";
import { MAX_TEXT_LENGTH, normalizeForFeatures, normalizeText, PLACEHOLDERS } from "./normalize-text";
import { extractFeatures } from "./text-features";

describe("normalizeText", () => {
  it.each([
    ["  ＨＥＬＬＯ\t\n World  ", "hello world"],
    ["or\u200bder\u202e \u0007now", "order now"],
    ["\ud800x", "x"],
    ["", ""],
  ])("%j → %j", (text, expected) => expect(normalizeText(text)).toBe(expected));

  it("is bounded, and stable when applied twice", () => {
    expect(normalizeText("a".repeat(100_000))).toHaveLength(MAX_TEXT_LENGTH);
    const text = "¿Dónde está　我的 ＨＰ－20431？";
    expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
  });
});

describe("normalizeForFeatures", () => {
  const { code, email, number, phone, url } = PLACEHOLDERS;
  it.each([
    ["order HP-20431", `order ${code}`],
    ["ana@example.com", email],
    ["see https://shop.example.com/a?b=1 ok", `see ${url} ok`],
    ["订单20431", `订单${number}`],
    ["+34 612 345 678", phone],
    ["170 cm", "000 cm"],
    ["¿Dónde está mañana?", "¿donde esta manana?"],
    ["轉人工，幫我查訂單", "转人工,帮我查订单"],
  ])("%j → %j", (text, expected) => expect(normalizeForFeatures(text)).toBe(expected));
});

describe("extractFeatures", () => {
  it("ignores case, accents, script variants and which number it is", () => {
    const same = (a: string, b: string) => expect(extractFeatures(a, 16)).toEqual(extractFeatures(b, 16));
    same("¿Dónde está HP-20431?", "¿DONDE ESTA ZG-99887?");
    same("轉人工", "转人工");
  });

  it("is empty without letters, and within the bucket range", () => {
    expect(extractFeatures("😀 …", 16).size).toBe(0);
    const buckets = [...extractFeatures("where is my 包裹 now", 10).keys()];
    expect(buckets.length).toBeGreaterThan(20);
    expect(Math.max(...buckets)).toBeLessThan(1024);
    expect(Math.min(...buckets)).toBeGreaterThanOrEqual(0);
  });
});
