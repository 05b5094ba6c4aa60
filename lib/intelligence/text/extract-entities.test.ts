import { describe, expect, it } from "vitest";
import { extractEntities } from "./extract-entities";

const values = (text: string) => extractEntities(text).map(({ type, value }) => `${type}:${value}`);

describe("extractEntities", () => {
  it.each([
    ["where is HP-20431", ["order_number:HP-20431"]],
    ["hp20431 please", ["order_number:HP20431"]],
    ["it is HP 20431", ["order_number:HP20431"]],
    ["#20431", ["order_number:20431"]],
    ["¿dónde está mi pedido #HP-20431?", ["order_number:HP-20431"]],
    ["订单号20431到哪了", ["order_number:20431"]],
    ["单号是HP20431，谢谢", ["order_number:HP20431"]],
    ["mi pedido es 20431", ["order_number:20431"]],
    ["HP-20431 and HP-20432", ["order_number:HP-20431", "order_number:HP-20432"]],
    ["I am 170 cm and want windows 11", ["measurement:170 cm"]],
    ["zip code 94110", []],
    ["邮编510000", []],
    ["https://shop.example.com/item/102984", []],
  ])("order numbers in %j", (text, expected) => expect(values(text)).toEqual(expected));

  it.each([
    ["Ana.Lopez@Example.com.", ["email:ana.lopez@example.com"]],
    ["我的手机13812345678", ["phone:+8613812345678"]],
    ["138 1234 5678", ["phone:+8613812345678"]],
    ["+34 612 345 678", ["phone:+34612345678"]],
    ["call +1 (415) 555-0132", ["phone:+14155550132"]],
    ["+52 55 1234 5678", ["phone:+525512345678"]],
    ["mi teléfono es 612345678", ["phone:612345678"]],
    ["SF1093847562 没动", ["tracking_number:SF1093847562"]],
    ["tracking 1Z999AA10123456784", ["tracking_number:1Z999AA10123456784"]],
    ["la guía es 7489201834", ["tracking_number:7489201834"]],
    ["RR123456785CN", ["tracking_number:RR123456785CN"]],
  ])("contacts and parcels in %j", (text, expected) => expect(values(text)).toEqual(expected));

  it.each([
    ["多扣了99.5元", ["amount:99.5 CNY"]],
    ["me cobraron 1.234,50 €", ["amount:1234.50 EUR"]],
    ["$1,299 is too much", ["amount:1299"]],
    ["20 euros", ["amount:20 EUR"]],
    ["2024年11月5日下的单", ["date:2024-11-05"]],
    ["3月15号", ["date:--03-15"]],
    ["ordered on March 15, 2024", ["date:2024-03-15"]],
    ["el 15 de marzo", ["date:--03-15"]],
    ["25/03/2025", ["date:2025-03-25"]],
    ["12/03/2025", ["date:12/03/2025"]],
    ["2024-11-05", ["date:2024-11-05"]],
    ["I bought 12 shirts", []],
  ])("amounts and dates in %j", (text, expected) => expect(values(text)).toEqual(expected));

  it("gives offsets of the original text for full-width forms and hidden marks", () => {
    const wide = "😀单号ＨＰ－２０４３１，谢谢";
    expect(extractEntities(wide)).toEqual([{ type: "order_number", value: "HP-20431", start: 4, end: 12 }]);
    expect(wide.slice(4, 12)).toBe("ＨＰ－２０４３１");
    const hidden = "my order HP\u200b-\u202e20431!";
    const [entity] = extractEntities(hidden);
    expect(entity?.value).toBe("HP-20431");
    expect(hidden.slice(entity?.start, entity?.end)).toBe("HP\u200b-\u202e20431");
  });

  it("follows the shop's own order-number pattern first", () => {
    const options = { orderNumberPattern: /ZG\d{4}\/\d{2}/ };
    expect(extractEntities("order zg2024/07 please", options)).toEqual([
      { type: "order_number", value: "ZG2024/07", start: 6, end: 15 },
    ]);
  });

  it.each([
    ["a", 100_000],
    ["1", 100_000],
    ["a@", 50_000],
    ["1 ", 50_000],
    ["a-1", 33_333],
    ["+1 ", 33_333],
    ["tel: ", 20_000],
    ["1.", 50_000],
    ["  ", 50_000],
    ["guía ", 20_000],
    ["size ", 20_000],
    ["1/", 50_000],
    ["M or ", 20_000],
    ["身高", 50_000],
    ["一百", 50_000],
    ["5'", 50_000],
  ])("gets through %j × %i to what stands behind", (piece, times) => {
    const text = `${piece.repeat(times)} . HP-20431`;
    expect(extractEntities(text).at(-1)).toMatchObject({ value: "HP-20431", end: text.length });
  });

  it("finds entities at the end of 100,000 characters", () => {
    const text = `${"好".repeat(99_990)}HP-20431`;
    expect(extractEntities(text)).toEqual([
      { type: "order_number", value: "HP-20431", start: 99_990, end: 99_998 },
    ]);
  });
});
