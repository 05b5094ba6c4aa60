import { describe, expect, it } from "vitest";
import { foldDiacritics, MAX_TEXT_LENGTH, normalizeText } from "./normalize-text";

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

describe("foldDiacritics", () => {
  it("takes the marks off Latin letters only", () => {
    expect(foldDiacritics("¿dónde está mañana? 在吗 が")).toBe("¿donde esta manana? 在吗 が");
  });
});
