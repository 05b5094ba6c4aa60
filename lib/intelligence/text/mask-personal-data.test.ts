import { describe, expect, it } from "vitest";
import { type MaskOptions, maskPersonalData, type PersonalDataType } from "./mask-personal-data";

const masked = (text: string, more: Partial<MaskOptions> = {}) =>
  maskPersonalData(text, { language: "en", ...more });
/** What was hidden, as type and words. */
const hidden = (text: string, more: Partial<MaskOptions> = {}) =>
  masked(text, more).found.map(({ type, start, end }) => `${type}:${text.slice(start, end)}`);

describe("e-mail addresses", () => {
  it.each([
    ["Write to Ana.Lopez+shop@Example.co.uk.", "Ana.Lopez+shop@Example.co.uk"],
    ["我的邮箱是li_wei@qq.com，谢谢", "li_wei@qq.com"],
    ["ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ"],
    ["(mi correo: o'neil@correo.com.mx)", "o'neil@correo.com.mx"],
    ["<a@b.io>", "a@b.io"],
    ["https://shop.example/?mail=ana@example.com", "ana@example.com"],
    ["13812345678@163.com", "13812345678@163.com"],
  ])("in %j", (text, value) => expect(hidden(text)).toEqual([`email:${value}`]));

  it.each(["@zhanggui", "3 @ 5 EUR", "a@b", "look @ example.com", "price@ 5"])("not in %j", (text) =>
    expect(hidden(text)).toEqual([]),
  );
});

describe("telephone numbers", () => {
  it.each([
    // Mainland China
    ["我的手机13812345678", "13812345678"],
    ["电话：138 1234 5678", "138 1234 5678"],
    ["138-1234-5678 打给我", "138-1234-5678"],
    ["手机１３８１２３４５６７８。", "１３８１２３４５６７８"],
    ["+86 138 1234 5678", "+86 138 1234 5678"],
    ["+8613812345678", "+8613812345678"],
    ["0086-13812345678", "0086-13812345678"],
    ["(86)13812345678", "(86)13812345678"],
    ["8613812345678", "8613812345678"],
    ["座机010-65529988", "010-65529988"],
    ["（０２１）６２３４－５６７８", "（０２１）６２３４－５６７８"],
    ["0571-88886666-801", "0571-88886666-801"],
    ["057188886666", "057188886666"],
    ["02162345678", "02162345678"],
    ["+86 10 6552 9988", "+86 10 6552 9988"],
    // Taiwan and Hong Kong
    ["手機 0912-345-678", "0912-345-678"],
    ["0912345678", "0912345678"],
    ["(02) 2345-6789", "(02) 2345-6789"],
    ["+886 912 345 678", "+886 912 345 678"],
    ["+886-2-2345-6789", "+886-2-2345-6789"],
    ["9123 4567", "9123 4567"],
    ["+852 9123 4567", "+852 9123 4567"],
    ["852-91234567", "852-91234567"],
    ["電話 23456789", "23456789"],
    // Spain
    ["612345678", "612345678"],
    ["612 345 678", "612 345 678"],
    ["612 34 56 78", "612 34 56 78"],
    ["612.345.678", "612.345.678"],
    ["91 123 45 67", "91 123 45 67"],
    ["+34 612 345 678", "+34 612 345 678"],
    ["(+34) 612345678", "(+34) 612345678"],
    ["0034 612 345 678", "0034 612 345 678"],
    ["34612345678", "34612345678"],
    ["tel612345678", "612345678"],
    ["Tlf. 812345678", "812345678"],
    // Mexico
    ["55 1234 5678", "55 1234 5678"],
    ["(55) 1234-5678", "(55) 1234-5678"],
    ["664 123 4567", "664 123 4567"],
    ["+52 1 55 1234 5678", "+52 1 55 1234 5678"],
    ["+525512345678", "+525512345678"],
    ["mi número es 5512345678", "5512345678"],
    ["llámame al 5512345678 por favor", "5512345678"],
    ["mándalo a wa.me/5215512345678", "5215512345678"],
    // Argentina, Colombia, Chile, Peru
    ["11 4123-4567", "11 4123-4567"],
    ["11 15-1234-5678", "11 15-1234-5678"],
    ["(0351) 423-4567", "(0351) 423-4567"],
    ["+54 9 11 1234-5678", "+54 9 11 1234-5678"],
    ["300 123 4567", "300 123 4567"],
    ["3001234567", "3001234567"],
    ["+57 300 1234567", "+57 300 1234567"],
    ["(601) 234 5678", "(601) 234 5678"],
    ["9 1234 5678", "9 1234 5678"],
    ["+56 9 1234 5678", "+56 9 1234 5678"],
    ["+56912345678", "+56912345678"],
    ["912 345 678", "912 345 678"],
    ["+51 912 345 678", "+51 912 345 678"],
    ["01 123 4567", "01 123 4567"],
    // United States, United Kingdom, Australia, India
    ["(415) 555-0132", "(415) 555-0132"],
    ["415-555-0132", "415-555-0132"],
    ["415.555.0132", "415.555.0132"],
    ["1-415-555-0132", "1-415-555-0132"],
    ["+1 (415) 555-0132", "+1 (415) 555-0132"],
    ["call me at 4155550132", "4155550132"],
    ["4155550132 is my cell", "4155550132"],
    ["07700 900123", "07700 900123"],
    ["07700900123", "07700900123"],
    ["020 7946 0958", "020 7946 0958"],
    ["+44 (0)20 7946 0958", "+44 (0)20 7946 0958"],
    ["0412 345 678", "0412 345 678"],
    ["+61 412 345 678", "+61 412 345 678"],
    ["98765 43210", "98765 43210"],
    ["+91-98765-43210", "+91-98765-43210"],
    // Elsewhere
    ["+33 6 12 34 56 78", "+33 6 12 34 56 78"],
    ["+4915112345678", "+4915112345678"],
    ["+1\u2011415\u2011555\u20110132", "+1\u2011415\u2011555\u20110132"],
    ["+34\u00a0612\u3000345 678", "+34\u00a0612\u3000345 678"],
    ["612\u200b345\u200b678", "612\u200b345\u200b678"],
  ])("in %j", (text, value) => expect(hidden(text)).toEqual([`phone:${value}`]));

  it("without what stands behind them", () => {
    expect(hidden("+34 612 345 678 2 cajas")).toEqual(["phone:+34 612 345 678"]);
    expect(hidden("612345678/912345678")).toEqual(["phone:612345678", "phone:912345678"]);
    expect(hidden("llámame al 612 345 678, 50€")).toEqual(["phone:612 345 678"]);
    expect(hidden("HP-20431 612345678")).toEqual(["phone:612345678"]);
    expect(hidden("50€ 612 345 678")).toEqual(["phone:612 345 678"]);
  });
});

describe("cards, accounts and personal numbers", () => {
  it.each<[string, PersonalDataType, string]>([
    ["4111 1111 1111 1111", "payment_card", "4111 1111 1111 1111"],
    ["4111-1111-1111-1111.", "payment_card", "4111-1111-1111-1111"],
    ["卡号4111111111111111，谢谢", "payment_card", "4111111111111111"],
    ["４１１１　１１１１　１１１１　１１１１", "payment_card", "４１１１　１１１１　１１１１　１１１１"],
    ["5555 5555 5555 4444 exp 12/27", "payment_card", "5555 5555 5555 4444"],
    ["2223003122003222", "payment_card", "2223003122003222"],
    ["3782 822463 10005", "payment_card", "3782 822463 10005"],
    ["3056 9309 0259 04", "payment_card", "3056 9309 0259 04"],
    ["6011111111111117", "payment_card", "6011111111111117"],
    ["6222 0212 3456 7890 128", "payment_card", "6222 0212 3456 7890 128"],
    ["4222222222222", "payment_card", "4222222222222"],
    ["2024 4111 1111 1111 1111 123", "payment_card", "4111 1111 1111 1111"],
    ["ES91 2100 0418 4502 0005 1332", "iban", "ES91 2100 0418 4502 0005 1332"],
    ["mi cuenta es es9121000418450200051332.", "iban", "es9121000418450200051332"],
    ["GB29 NWBK 6016 1331 9268 19 thanks", "iban", "GB29 NWBK 6016 1331 9268 19"],
    ["DE89370400440532013000", "iban", "DE89370400440532013000"],
    ["身份证11010519491231002X", "chinese_id", "11010519491231002X"],
    ["110105 19491231 002x", "chinese_id", "110105 19491231 002x"],
    ["１１０１０５１９４９１２３１００２Ｘ", "chinese_id", "１１０１０５１９４９１２３１００２Ｘ"],
    ["440524188001010014", "chinese_id", "440524188001010014"],
    ["110105491231002", "chinese_id", "110105491231002"],
    ["mi DNI es 12345678Z", "spanish_id", "12345678Z"],
    ["12345678-z", "spanish_id", "12345678-z"],
    ["12.345.678-Z", "spanish_id", "12.345.678-Z"],
    ["DNI: 12345678 Z", "spanish_id", "12345678 Z"],
    ["X1234567L", "spanish_id", "X1234567L"],
    ["Y-1234567-X", "spanish_id", "Y-1234567-X"],
    ["CURP HEGG560427MVZRRL04", "curp", "HEGG560427MVZRRL04"],
    ["gode561231hdfrrn09", "curp", "gode561231hdfrrn09"],
    ["078-05-1120", "us_ssn", "078-05-1120"],
    ["123 45 6789", "us_ssn", "123 45 6789"],
    ["my SSN is 123456789", "us_ssn", "123456789"],
  ])("in %j", (text, type, value) => expect(hidden(text)).toEqual([`${type}:${value}`]));

  it.each([
    ["a card whose check fails", "4111 1111 1111 1112"],
    ["a bar code that passes both checks", "4006381333931 4000000000006"],
    ["a check that is none of a card", "1234567890123452"],
    ["an IBAN whose check fails", "ES91 2100 0418 4502 0005 1333"],
    ["a Chinese id whose check fails", "110105194912310021"],
    ["a day that is none", "110105194902300021"],
    ["a province that is none", "990105194912310025"],
    ["a DNI with another letter", "12345678A"],
    ["a number and a word", "12345678 y 23 T"],
    ["a NIE with another letter", "X1234567A"],
    ["numbers never issued", "000-12-3456 and 666-12-3456 and 912-00-3456"],
    ["a CURP of no state", "HEGG560427MXXRRL04"],
  ])("not in %s", (_, text) => expect(hidden(text)).toEqual([]));
});

describe("what a shop needs stays", () => {
  it.each([
    // Orders
    ...[
      "Where is HP-20431?",
      "订单号20431到哪了",
      "my order 612345678",
      "pedido nº 912345678",
      "pedido: 612345678Z",
    ],
    ...[
      "订单号：13812345678",
      "单号 4111111111111111",
      "#612345678",
      "order number is 4155550132",
      "orden 5512345678",
    ],
    ...[
      "AB-612345678",
      "SKU612345678",
      "invoice 2024-000612345678",
      "factura F-2024/612345678",
      "mi compra es 3001234567",
    ],
    ...["111-1234567-1234567", "1234567890", "5512345678", "20431", "HP 20431 y HP 20432", "编号 612345678"],
    // Parcels
    ...["SF1234567890123", "1Z999AA10123456784", "RR123456785CN", "la guía es 7489201834", "YT1234567890123"],
    ...[
      "运单号 773012345678901",
      "tracking number 612999912345",
      "JDX0011223344",
      "9400 1000 0000 0000 0000 00",
    ],
    // Prices
    ...[
      "$1,299.00",
      "1.234.567,89 €",
      "612345678 pesos",
      "€ 612 345 678",
      "¥13812345678",
      "99.5元",
      "20 euros",
      "S/ 912345678",
    ],
    ...["between 5000 and 6000", "50000-60000", "60000-70000 yuan", "6000 8000"],
    // Dates and times
    ...[
      "2024-11-05",
      "05/11/2024",
      "2024年11月5日",
      "05.11.2024 10:30",
      "from 01-02-2024 to 03-04-2024",
      "phone 2024-11-05",
    ],
    // Sizes, quantities, articles
    ...[
      "sizes 36 37 38 39 40 41 42 43",
      "30x40x50 cm",
      "120 x 200",
      "3 cajas de 12",
      "iPhone 15 Pro 256GB",
      "170 cm, 65 kg",
    ],
    ...[
      "8412345678905",
      "EAN 4006381333931",
      "ISBN 0306406152",
      "0306406152",
      "ISBN 978-0-306-40615-7",
      "v1.2.3",
      "192.168.100.200",
    ],
    ...[
      "40.416775, -3.703790",
      "US 9, EU 42.5",
      "CR2032",
      "A4",
      "1/2",
      "100%",
      "24/7",
      "zip code 94110",
      "邮编510000",
    ],
    ...["https://shop.example/item/612345678?x=13812345678", "400 grams", "100.000.000", "900 000 000"],
  ])("%s", (text) => expect(hidden(text)).toEqual([]));

  it("also when it is an order of the shop's own form alone", () => {
    const orderNumberPattern = /(?<!\d)6\d{8}(?!\d)/;
    expect(hidden("612345678", { orderNumberPattern })).toEqual([]);
    expect(hidden("612345678 and 712345678", { orderNumberPattern })).toEqual(["phone:712345678"]);
    // A pattern that matches a part of a card does not uncover the card.
    expect(hidden("4111 1111 1111 1111", { orderNumberPattern: /\d{4}/ })).toHaveLength(1);
  });
});

describe("the masked text", () => {
  it("names what was there, in the writer's language", () => {
    const text = "a@b.io 612345678 4111111111111111 ES9121000418450200051332 12345678Z";
    expect(masked(text).text).toBe("[e-mail] [phone] [card number] [bank account] [ID number]");
    expect(masked(text, { language: "zh" }).text).toBe("[邮箱] [电话] [银行卡号] [银行账号] [证件号]");
    expect(masked(text, { language: "es" }).text).toBe(
      "[correo] [teléfono] [tarjeta] [cuenta bancaria] [documento]",
    );
  });

  it("keeps everything else, offsets counted in UTF-16", () => {
    const text = "😀我叫王，电话１３８\u200b１２３４５６７８，邮箱w@x.cn。";
    const { text: shown, found } = masked(text, { language: "zh" });
    expect(shown).toBe("😀我叫王，电话[电话]，邮箱[邮箱]。");
    expect(found).toEqual([
      { type: "phone", start: 8, end: 20, length: 11 },
      { type: "email", start: 23, end: 29, length: 6 },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/138|w@x/);
  });

  it("leaves what is to be kept, and nothing else", () => {
    const text = "ana@example.com, 612 345 678, 4111 1111 1111 1111";
    expect(masked(text, { keep: ["email", "phone"] }).text).toBe(
      "ana@example.com, 612 345 678, [card number]",
    );
  });

  it("is masked already", () => {
    for (const language of ["en", "zh", "es"] as const) {
      const once = masked("a@b.io 612345678 4111111111111111 078-05-1120", { language }).text;
      expect(masked(once, { language })).toEqual({ text: once, found: [] });
    }
  });

  it("is the text where there is nothing to hide", () => {
    for (const text of ["", " ", "Hello!", "你好，我的订单到哪了？", "¿Dónde está mi pedido?"])
      expect(masked(text)).toEqual({ text, found: [] });
  });
});
