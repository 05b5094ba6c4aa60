import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect-language";

describe("detectLanguage", () => {
  it.each([
    ["我的快递到哪了", "zh"],
    ["轉人工", "zh"],
    ["我的 order 呢", "zh"],
    ["在吗", "zh"],
    ["单号HP-20431", "zh"],
    ["where?", "en"],
    ["ok", "en"],
    ["human", "en"],
    ["hello", "en"],
    ["thanks", "en"],
    ["agent please", "en"],
    ["where's my order #HP-20431", "en"],
    ["do you ship to 澳門", "en"],
    ["hola", "es"],
    ["gracias", "es"],
    ["agente", "es"],
    ["donde esta mi pedido", "es"],
    ["¿dónde está mi pedido?", "es"],
    ["quiero hablar con una persona", "es"],
    ["bonjour, où est ma commande", "other"],
    ["wo ist meine bestellung", "other"],
    ["obrigado, onde está meu pedido", "other"],
    ["注文はどこですか", "other"],
    ["주문이 어디에 있나요", "other"],
    ["где мой заказ", "other"],
    ["أين طلبي", "other"],
  ] as const)("%s → %s", (text, language) => expect(detectLanguage(text).language).toBe(language));

  it.each(["HP-20431", "20431", "😀😀", "", "???", "ana@example.com", "hp 20431"])(
    "has no opinion on %j",
    (text) => {
      const { language, confidence } = detectLanguage(text);
      expect(language).toBe("other");
      expect(confidence).toBeLessThan(0.3);
    },
  );

  it("is surer of a sentence than of one shared word", () => {
    const sentence = detectLanguage("could you please tell me where my parcel is").confidence;
    expect(sentence).toBeGreaterThan(0.9);
    expect(detectLanguage("no").confidence).toBeLessThan(sentence);
  });
});
