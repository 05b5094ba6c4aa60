import { describe, expect, it } from "vitest";
import { extractEntities } from "./extract-entities";
import { parseAddress } from "./parse-address";
import { mulberry32 } from "./seeded-random";

const hangzhou = {
  recipient: "张伟",
  phone: "13812345678",
  lines: ["西湖区文三路478号"],
  city: "杭州市",
  region: "浙江省",
  postalCode: "310012",
  country: "CN",
};
const madrid = {
  recipient: "Marta Ruiz",
  lines: ["C/ Mayor 12", "3ºB"],
  city: "Madrid",
  region: "Madrid",
  postalCode: "28013",
  country: "ES",
};

describe("parseAddress with the current address", () => {
  it("takes recipient and phone, and region and postal code where the city is the same", () => {
    expect(parseAddress("改成杭州西湖区古翠路80号", { language: "zh", current: hangzhou })).toMatchObject({
      ...hangzhou,
      city: "杭州",
      lines: ["西湖区古翠路80号"],
      missing: [],
    });
    expect(parseAddress("改成南京市鼓楼区中山北路30号", { language: "zh", current: hangzhou })).toMatchObject(
      {
        recipient: "张伟",
        phone: "13812345678",
        city: "南京市",
        region: "江苏省",
        missing: [],
      },
    );
    expect(
      parseAddress("改成南京市鼓楼区中山北路30号", { language: "zh", current: hangzhou }).postalCode,
    ).toBeUndefined();
  });

  it("asks for the postal code of another city", () => {
    expect(
      parseAddress("mejor a Calle Sierpes 4, Sevilla", { language: "es", current: madrid }),
    ).toMatchObject({
      city: "Sevilla",
      country: "ES",
      missing: ["postalCode"],
    });
    expect(parseAddress("mejor a Calle Alcalá 4, Madrid", { language: "es", current: madrid })).toMatchObject(
      {
        postalCode: "28013",
        region: "Madrid",
        missing: [],
      },
    );
  });

  it("fills a part from it", () => {
    expect(parseAddress("el código postal es 28014", { language: "es", current: madrid })).toMatchObject({
      ...madrid,
      postalCode: "28014",
      isPartial: true,
      parts: ["postalCode"],
      missing: [],
    });
    expect(parseAddress("只改门牌号 改成3号楼502", { language: "zh", current: hangzhou })).toMatchObject({
      ...hangzhou,
      lines: ["3号楼502"],
      isPartial: true,
      parts: ["door"],
    });
  });

  it("says of a part alone what is missing", () => {
    expect(parseAddress("phone should be 13900001111").missing).toEqual([
      "recipient",
      "lines",
      "city",
      "country",
    ]);
  });

  it("reads an address in another language than the conversation's", () => {
    expect(parseAddress("please send to C/ Mayor 12, 28013 Madrid", { language: "en" })).toMatchObject({
      lines: ["C/ Mayor 12"],
      country: "ES",
    });
    expect(parseAddress("改成 221B Baker Street, London NW1 6XE", { language: "zh" })).toMatchObject({
      lines: ["221B Baker Street"],
      country: "GB",
    });
    expect(parseAddress("ship to 浙江省杭州市西湖区文三路478号", { language: "en" }).city).toBe("杭州市");
  });

  it("takes a phone that was found before", () => {
    const text = "改成杭州市西湖区文三路478号 张伟 tel 88556677";
    expect(parseAddress(text, { language: "zh", entities: extractEntities(text) }).phone).toBe("88556677");
  });
});

describe("parseAddress on any text", () => {
  it.each(["", " ", "\n\n", "\ud800", "|||", "省市区路号", "C/", "Calle", "12 St", "\u0000号", "，，，"])(
    "finds nothing in %j",
    (text) => expect(parseAddress(text).isAddress).toBe(false),
  );

  it.each([
    "号",
    "1号",
    "省市区",
    "中山路",
    "改成",
    "calle ",
    "c/ a ",
    "1 a ",
    "12 Oak ",
    "A",
    "Av. ",
    "张",
    "1-1-",
    "to ",
    ", ",
    "\n",
    "flat 2 ",
    "name is A ",
    "不是",
    "从",
    "zip ",
    "piso ",
  ])("gets through %j over and over in a moment", (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const start = performance.now();
    parseAddress(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("gives what fits an address's fields, whatever pieces a text is made of", () => {
    const pieces =
      "改成|浙江省|杭州市|西湖区|文三路|478号|3栋|502|张伟|13812345678|收|不是| |,|\n|send to|12|Oak|Lane|Flat 3|London|NW1 6XE|zip|94110|TX|c/ Mayor|Av.|nº 3|2º B|Col. Centro|28013|Madrid|a nombre de|Marta Ruiz|order 1234|#|(|.|\ud83d|😀|C|°".split(
        "|",
      );
    const random = mulberry32(7);
    for (let round = 0; round < 400; round += 1) {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 14) },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join(random() < 0.5 ? " " : "");
      const read = parseAddress(text, { language: "en", current: random() < 0.5 ? hangzhou : undefined });
      expect(read.confidence, text).toBeGreaterThanOrEqual(0);
      expect(read.confidence, text).toBeLessThanOrEqual(1);
      expect(read.lines.length, text).toBeLessThanOrEqual(4);
      expect(read.isAddress, text).toBe(read.parts.length > 0);
      for (const value of [
        read.recipient,
        read.phone,
        read.city,
        read.region,
        read.postalCode,
        ...read.lines,
      ]) {
        if (value === undefined) continue;
        expect(value.trim(), text).not.toBe("");
        expect(value.length, text).toBeLessThanOrEqual(200);
        expect(value, text).not.toContain("|");
      }
    }
  });
});
