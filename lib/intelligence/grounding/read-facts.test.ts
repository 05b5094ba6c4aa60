import { describe, expect, it } from "vitest";
import { checkTranslation } from "./check-translation";
import { parseNumeral } from "./number-words";
import { readFacts } from "./read-facts";
import { guessLanguage, type TextLanguage } from "./text-language";

const factsOf = (text: string, language?: TextLanguage) =>
  readFacts(text, language).map(({ kind, value }) => `${kind} ${value}`);

describe("a number", () => {
  it.each([
    ["1.234,56", 1234.56],
    ["1,234.56", 1234.56],
    ["1,234", 1234],
    ["1.234", 1234],
    ["0.125", 0.125],
    ["12,5", 12.5],
    ["1.234.567", 1234567],
    ["449.00", 449],
  ])("%s is read", (written, value) => expect(parseNumeral(written)).toBe(value));
});

describe("the same fact in three languages", () => {
  it.each([
    [["¥1,234.56", "1.234,56 CNY", "1234.56元", "CN¥1,234.56"], "money CNY 1234.56"],
    [["120 yuan", "一百二十元", "ciento veinte yuanes"], "money CNY 120.00"],
    [["March 5th", "5 March", "5 de marzo", "3月5日", "3月5号", "the 5th of March"], "date 3-5"],
    [["March 5, 2026", "5 de marzo de 2026", "2026年3月5日", "2026-03-05"], "date 2026-3-5"],
    [["three days", "tres días", "三天", "3 days", "72 hours"], "span 3 day"],
    [["two weeks", "dos semanas", "两周", "14 days", "a fortnight"], "span 14 day"],
    [["5 business days", "cinco días hábiles", "5 días laborables", "五个工作日"], "span 5 workday"],
    [["next Tuesday", "el martes", "下周二", "星期二"], "weekday 2"],
    [["2:30 pm", "14:30", "下午两点半", "a las 2:30 de la tarde"], "time 14:30"],
    [["20 %", "20 percent", "20 por ciento", "百分之二十", "八折"], "percent 20"],
    [["30 cm", "30厘米", "30 centímetros"], "measure 30 cm"],
    [["+86 138 0013 8000"], "phone 8613800138000"],
    [["write to Help@Shop.example"], "email help@shop.example"],
    [["see https://shop.example/returns."], "url shop.example/returns"],
    [["order HP-900123", "订单HP-900123已发出", "pedido hp-900123"], "code HP-900123"],
  ])("%j", (texts, fact) => {
    for (const text of texts)
      expect([text, factsOf(text, guessLanguage(text) ?? undefined)]).toEqual([
        text,
        expect.arrayContaining([fact]),
      ]);
  });
});

describe("words that look like numbers", () => {
  it.each([
    ["en", "I'd like this one, please. It may take a while."],
    ["es", "Una cosa más: mil gracias por la compra."],
    ["zh", "十分抱歉，请您一定放心，我们一起看一下，千万别着急。"],
  ] as const)("are none (%s)", (language, text) => expect(factsOf(text, language)).toEqual([]));

  it("do not run into each other across a full-width comma", () => {
    expect(factsOf("订单900001，200元", "zh")).toEqual(["code 900001", "money CNY 200.00"]);
  });
});

describe("a language", () => {
  it.each([
    ["Your order is on its way.", "en"],
    ["Tu pedido está en camino.", "es"],
    ["您的订单 HP-900123 已由 DHL 发出。", "zh"],
    ["HP-900123", null],
  ])("%s", (text, language) => expect(guessLanguage(text)).toBe(language));
});

describe("a translation", () => {
  it("keeps numbers, dates and codes in whatever notation", () => {
    const original = "Order HP-900123 costs €1,234.50 and arrives on March 5 by DHL, within 3 business days.";
    const zh = "订单 HP-900123 的价格为 1234.50 欧元，将于 3 月 5 日由 DHL 送达，三个工作日内。";
    const es = "El pedido HP-900123 cuesta 1.234,50 € y llega el 5 de marzo con DHL, en 3 días hábiles.";
    expect(checkTranslation(original, zh, { to: "zh" })).toEqual({ isFaithful: true, lost: [], added: [] });
    expect(checkTranslation(original, es, { to: "es" })).toEqual({ isFaithful: true, lost: [], added: [] });
  });

  it("names what it loses and what it adds", () => {
    const verdict = checkTranslation(
      "It costs 29.00 EUR until Friday, by DHL.",
      "Cuesta 92,00 EUR hasta el viernes.",
      {
        to: "es",
      },
    );
    expect(verdict).toEqual({ isFaithful: false, lost: ["29.00 EUR", "DHL"], added: ["92,00 EUR"] });
  });
});
