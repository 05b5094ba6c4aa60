import { describe, expect, it } from "vitest";
import { maskText } from "./mask-text";
import { MAX_UNITS, segmentWords } from "./segment-words";

const tokensOf = (text: string) => segmentWords(text).map(({ token }) => token);

describe("segmentWords", () => {
  it.each([
    ["我的快递HP-20431到哪了？！", ["我的", "快递", "HP-20431", "到", "哪", "了", "？！"]],
    ["¿Dónde está mi pedido #HP-900001?", ["¿", "Dónde", "está", "mi", "pedido", "#HP-900001", "?"]],
    [
      "mail ana@example.com!! ¥299.50, 50% off",
      ["mail", "ana@example.com", "!!", "¥299.50", ",", "50%", "off"],
    ],
    ["it's wi-fi, 12:30 on 2026-11-02 +34", ["it's", "wi-fi", ",", "12:30", "on", "2026-11-02", "+34"]],
    ["no 😀😀👍🏽👨‍👩‍👧🇪🇸", ["no", "😀😀", "👍🏽", "👨‍👩‍👧", "🇪🇸"]],
    ["退……货", ["退", "……", "货"]],
    ["\u200fשלום\u200f \u200eabc\u200b", ["שלום", "abc"]],
    ["a\ud800b", ["a", "b"]],
    ["", []],
    [" \n\u200b\u00a0", []],
  ])("%j", (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it("gives offsets of the text itself, in order, never inside a surrogate pair", () => {
    const text = "  😀 我想退货 \u200f¿qué? 👩🏿‍🚀!! 𠮷野家 order #A-1 ".repeat(3);
    const units = segmentWords(text);
    let end = 0;
    for (const unit of units) {
      expect(unit.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(unit.start, unit.end)).toBe(unit.token);
      expect(unit.token).toBe(unit.token.toWellFormed());
      expect(unit.token.trim()).toBe(unit.token);
      end = unit.end;
    }
    expect(units.length).toBeGreaterThan(30);
  });

  it("groups the words of a long text evenly and leaves none out", () => {
    const words = Array.from({ length: 333 }, (_, i) => `w${i}`);
    const units = segmentWords(words.join(" "));
    expect(units).toHaveLength(MAX_UNITS);
    expect(units.map(({ token }) => token).join(" ")).toBe(words.join(" "));
    const sizes = units.map(({ token }) => token.split(" ").length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(segmentWords(words.slice(0, 40).join(" "))).toHaveLength(40);
  });
});

describe("maskText", () => {
  const mask = (text: string, removed: string) => {
    const units = segmentWords(text);
    return maskText(
      text,
      units,
      units.map(({ token }) => (token === removed ? 0 : 1)),
    );
  };

  it("leaves kept neighbours as they were and a blank where a word was", () => {
    expect(mask("我的快递到哪了", "快递")).toBe("我的 到哪了");
    expect(mask("where is my  order?", "my")).toBe("where is order?");
    expect(mask("退……货", "……")).toBe("退 货");
    expect(mask("发什么货", "什么")).toBe("发 货");
    expect(mask("hola, ¿qué?", "hola")).toBe(", ¿qué?");
  });

  it("gives the text itself and nothing at all at the ends", () => {
    const text = "我的快递HP-20431到哪了？！ ok";
    const units = segmentWords(text);
    expect(maskText(text, units, new Uint8Array(units.length).fill(1))).toBe(text);
    expect(maskText(text, units, new Uint8Array(units.length))).toBe("");
  });
});
