import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classifyIntent, LOW_CONFIDENCE_THRESHOLD } from "./classify-intent";
import { decodeIntentModel } from "./intent-model-format";

const folder = new URL("../../../public/models/intent-linear-v1/", import.meta.url);
const bytes = readFileSync(new URL("model.bin", folder));
const model = decodeIntentModel(bytes);

describe("the shipped intent model", () => {
  it("is the file that its manifest names, small enough for a browser", () => {
    const manifest = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(manifest.sha256);
    expect(bytes.length).toBe(manifest.bytes);
    expect(bytes.length).toBeLessThan(6_000_000);
    expect(model.classes).toHaveLength(52);
  });

  it.each([
    ["我的快递到哪了", "zh", "order_tracking"],
    ["where's my order #HP-20431", "en", "order_tracking"],
    ["¿dónde está mi pedido?", "es", "order_tracking"],
    ["人工", "zh", "human_agent"],
    ["轉人工", "zh", "human_agent"],
    ["human", "en", "human_agent"],
    ["agent please", "en", "human_agent"],
    ["agente", "es", "human_agent"],
    ["Quiero hablar con una persona", "es", "human_agent"],
    ["你好", "zh", "greeting"],
    ["hello", "en", "greeting"],
    ["hola", "es", "greeting"],
    ["谢谢", "zh", "thanks"],
    ["thanks", "en", "thanks"],
    ["gracias", "es", "thanks"],
    ["我要退货", "zh", "return_request"],
    ["I want to cancel my order", "en", "order_cancel"],
    ["necesito la factura de mi compra", "es", "invoice"],
    ["单号是HP20431", "zh", "provide_info"],
    ["HP-20431", "other", "provide_info"],
    ["my email is ana@example.com", "en", "provide_info"],
  ])("%s → %s, %s", (text, language, intent) => {
    const result = classifyIntent(model, text);
    expect(result.language).toBe(language);
    expect(result.intent.id).toBe(intent);
    expect(result.intent.confidence).toBeGreaterThanOrEqual(LOW_CONFIDENCE_THRESHOLD);
  });

  it("gives probabilities: ordered, at most one in sum, the best first", () => {
    const { intent } = classifyIntent(model, "is the blue one cheaper if I take two?");
    const all = [intent.confidence, ...intent.alternatives.map(({ confidence }) => confidence)];
    expect(all).toHaveLength(5);
    expect([...all].sort((a, b) => b - a)).toEqual(all);
    expect(all.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1);
    expect(new Set([intent.id, ...intent.alternatives.map(({ id }) => id)]).size).toBe(5);
  });

  it("does not act on what it cannot read", () => {
    for (const text of ["", "😀😀", "\u200b", "……"]) {
      expect(classifyIntent(model, text).intent).toEqual({
        id: "out_of_scope",
        confidence: 0,
        alternatives: [],
      });
    }
    expect(classifyIntent(model, "zxqv wpfk jjrt").intent.confidence).toBeLessThan(0.9);
  });

  it("reads a short text in under a millisecond, and 100,000 characters in time", () => {
    const texts = ["where is my parcel, it should have come on Monday", "我的快递到哪了，好几天没动了"];
    // The best of several batches, so that a busy machine does not decide the test.
    const batches = Array.from({ length: 8 }, () => {
      const started = performance.now();
      for (let i = 0; i < 50; i += 1) classifyIntent(model, texts[i % 2]!);
      return (performance.now() - started) / 50;
    });
    expect(Math.min(...batches)).toBeLessThan(1);
    const long = performance.now();
    classifyIntent(model, "where is my order ".repeat(6000));
    expect(performance.now() - long).toBeLessThan(500);
  });
});
