import { describe, expect, it } from "vitest";
import { decodeIntentModel, encodeIntentModel, type IntentModel } from "./intent-model-format";
import { predict, softmax } from "./linear-classifier";
import { fitTemperature, trainLinearClassifier } from "./train-linear-classifier";

const lines = {
  refund: [
    "give my money back",
    "refund please",
    "I want a refund",
    "退款",
    "把钱退给我",
    "quiero un reembolso",
  ],
  size: [
    "which size fits me",
    "is it small or large",
    "size chart",
    "穿多大码",
    "尺码表",
    "qué talla me queda",
  ],
  hello: ["hello", "hi there", "good morning", "你好", "在吗", "hola buenas"],
};
const examples = Object.entries(lines).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
const options = { bucketBits: 12, epochs: 15 };

function best(model: ReturnType<typeof trainLinearClassifier>, text: string): string | undefined {
  const logits = predict(model, text);
  return model.classes[logits.indexOf(Math.max(...logits))];
}

function asIntentModel(): IntentModel {
  const temperatures = { zh: 0.5, en: 0.75, es: 1, other: 1.5 };
  return { name: "toy", temperatures, ...trainLinearClassifier(examples, options) };
}

describe("trainLinearClassifier", () => {
  const model = trainLinearClassifier(examples, options);

  it("learns a small problem and texts near it", () => {
    for (const { text, label } of examples) expect(best(model, text)).toBe(label);
    expect(best(model, "please refund my money")).toBe("refund");
    expect(best(model, "想看尺码")).toBe("size");
    expect(best(model, "¡HÓLA!")).toBe("hello");
  });

  it("repeats bit for bit, and differs with another seed", () => {
    expect(trainLinearClassifier(examples, options)).toEqual(model);
    expect(trainLinearClassifier(examples, { ...options, seed: 1 }).weights).not.toEqual(model.weights);
  });

  it("keeps at most maxRows rows, ascending", () => {
    const { buckets, weights } = trainLinearClassifier(examples, { ...options, maxRows: 40 });
    expect(buckets).toHaveLength(40);
    expect([...buckets]).toEqual([...buckets].sort((a, b) => a - b));
    expect(weights).toHaveLength(120);
  });

  it("refuses a single label", () => {
    expect(() => trainLinearClassifier([{ text: "a", label: "x" }])).toThrow(RangeError);
  });
});

describe("fitTemperature", () => {
  it("cools overconfident logits and sharpens timid ones", () => {
    const held = (size: number) =>
      Array.from({ length: 100 }, (_, i) => ({ logits: [size, 0], label: i < 80 ? 0 : 1 }));
    expect(softmax([8, 0], fitTemperature(held(8)))[0]).toBeCloseTo(0.8, 2);
    expect(softmax([0.2, 0], fitTemperature(held(0.2)))[0]).toBeCloseTo(0.8, 2);
    expect(fitTemperature([])).toBe(1);
  });
});

describe("intent model format", () => {
  const model = asIntentModel();
  const bytes = encodeIntentModel(model);

  it("gives back the same model, also from inside a larger buffer", () => {
    expect(decodeIntentModel(bytes)).toEqual(model);
    const pool = new Uint8Array(bytes.length + 7);
    pool.set(bytes, 5);
    expect(decodeIntentModel(pool.subarray(5, 5 + bytes.length))).toEqual(model);
    expect(decodeIntentModel(Buffer.from(bytes))).toEqual(model);
    expect(encodeIntentModel(decodeIntentModel(bytes))).toEqual(bytes);
  });

  it("refuses what is not a model", () => {
    expect(() => decodeIntentModel(new Uint8Array())).toThrow(RangeError);
    expect(() => decodeIntentModel(new TextEncoder().encode("version https://git-lfs"))).toThrow(
      /first four bytes/,
    );
    expect(() => decodeIntentModel(bytes.subarray(0, bytes.length - 1))).toThrow(/cut short/);
    const newer = bytes.slice();
    newer[4] = 9;
    expect(() => decodeIntentModel(newer)).toThrow(/format 9/);
    const broken = bytes.slice();
    broken[12] = 0;
    expect(() => decodeIntentModel(broken)).toThrow(/header/);
  });
});
