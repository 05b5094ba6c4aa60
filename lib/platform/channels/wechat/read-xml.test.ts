import { describe, expect, it } from "vitest";
import { readXml } from "./read-xml";

const fields = (xml: string) => Object.fromEntries(readXml(xml));
const malformed = expect.objectContaining({ why: "malformed" });

describe("a push's XML", () => {
  it("gives the root's children: text, CDATA, the five entities and character references", () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><!-- a note --><xml a="1"><A>1 &lt; 2 &amp; &#x1F600;</A>' +
      "<B><![CDATA[<b>&amp;</b> ]]]]><![CDATA[> 你好]]></B><C/><D>x<E>deeper</E>y</D><A>again</A></xml>";
    expect(fields(xml)).toEqual({ A: "1 < 2 & 😀", B: "<b>&amp;</b> ]]> 你好", C: "", D: "xy" });
  });

  it("drops the control characters that keyboards send and XML forbids", () => {
    expect(fields("<xml><Content><![CDATA[你\u0014好\u0000\u000b!\n]]></Content></xml>")).toEqual({
      Content: "你好!\n",
    });
  });

  it("refuses every document type definition and what it would bring", () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      "",
    );
    for (const xml of [
      `<!DOCTYPE lolz [<!ENTITY l0 "lol">${laughs}]><xml><A>&l9;</A></xml>`,
      '<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><A>1</A></xml>',
      '<!DOCTYPE xml [<!ENTITY e SYSTEM "http://127.0.0.1/">]><xml><A>&e;</A></xml>',
      "<!DOCTYPE xml><xml/>",
      "<xml><A>&undeclared;</A></xml>",
      '<?xml-stylesheet href="a"?><xml/>',
    ])
      expect(() => readXml(xml), xml).toThrow(malformed);
  });

  it("refuses what is too deep, too long, unfinished or not a push", () => {
    for (const xml of [
      "",
      "plain words",
      "<html></html>",
      "<xml><A></xml>",
      "<xml><A>1</A>",
      "<xml/><xml/>",
      "<xml><A a=1/></xml>",
      "<xml>&#0;</xml>",
      "<xml>&#xD800;</xml>",
      `<xml>${"<a>".repeat(20)}${"</a>".repeat(20)}</xml>`,
      "<xml>".repeat(20_000),
      `<xml>${"<a/>".repeat(2_000)}</xml>`,
    ])
      expect(() => readXml(xml), xml.slice(0, 80)).toThrow(malformed);
  });
});
