import { describe, expect, it } from "vitest";
import { type ExplainMethod, explainText, type Predict, segmentWords } from ".";
import { stabilityOf } from "./stability";

/** Probability that grows with some words, and with two of them together. */
const classify: Predict = async (texts) =>
  texts.map((text) => {
    const has = (word: string) => (text.toLowerCase().includes(word) ? 1 : 0);
    const total = -2 + 2 * has("refund") + has("money") - has("thanks") + 1.5 * has("not") * has("arrived");
    return 1 / (1 + Math.exp(-total));
  });
const methods: ExplainMethod[] = ["lime", "shap"];
const short = "Please refund my money";
const long = "hello there my new coat has still not arrived so please refund all my money soon thanks";

describe.each(methods)("explainText by %s", (method) => {
  const explain = (text: string, more: { samples?: number; seed?: number } = {}) =>
    explainText({ text, method, predict: classify, ...more });
  const weightOf = (explanation: Awaited<ReturnType<typeof explain>>, word: string) =>
    explanation.tokens.find(({ token }) => token === word)!.weight;

  it("weighs the words that speak for and against", async () => {
    const explanation = await explain(long);
    const ranked = [...explanation.tokens].sort((a, b) => b.weight - a.weight);
    expect(ranked[0]!.token).toBe("refund");
    expect(ranked.at(-1)!.token).toBe("thanks");
    expect(weightOf(explanation, "money")).toBeGreaterThan(0.05);
    expect(weightOf(explanation, "not")).toBeCloseTo(weightOf(explanation, "arrived"), 1);
    expect(Math.abs(weightOf(explanation, "hello"))).toBeLessThan(0.03);
    expect(explanation.prediction).toBeCloseTo((await classify([long]))[0]!, 12);
    for (const { token, start, end } of explanation.tokens) expect(long.slice(start, end)).toBe(token);
  });

  it("is wholly stable for few words, and the less so the fewer the samples", async () => {
    expect((await explain(short)).stability).toBe(1);
    const stabilities = [];
    for (const samples of [25, 100, 1500]) stabilities.push((await explain(long, { samples })).stability);
    expect(stabilities[0]).toBeLessThan(stabilities[1]!);
    expect(stabilities[1]).toBeLessThan(stabilities[2]!);
    expect(stabilities[2]).toBeGreaterThan(0.85);
    expect(stabilities[0]).toBeLessThan(0.8);
  });

  it("repeats with a seed and differs with another", async () => {
    expect(await explain(long, { seed: 4 })).toEqual(await explain(long, { seed: 4 }));
    expect(await explain(long, { seed: 4 })).not.toEqual(await explain(long, { seed: 5 }));
  });

  it("explains nothing of nothing, and one word wholly", async () => {
    const [empty] = await classify([""]);
    for (const text of ["", "  \u200f\n"]) {
      expect(await explain(text)).toEqual({
        ...{ tokens: [], stability: 1, evaluations: 1 },
        ...{ baseValue: empty, prediction: empty },
      });
    }
    const { tokens, stability, baseValue, prediction } = await explain("refund");
    expect(tokens).toHaveLength(1);
    expect(tokens[0]!.weight).toBeCloseTo(prediction - empty!, 2);
    expect(baseValue).toBeCloseTo(empty!, 2);
    expect(stability).toBe(1);
  });

  it("takes 2,000 characters, emoji and direction marks within its bound of texts", async () => {
    const text = "\u200f退货 refund 😀👨‍👩‍👧 ¿qué? not arrived שלום… ".repeat(60).slice(0, 2000);
    const asked: number[] = [];
    const explanation = await explainText({
      ...{ text, method },
      predict: (texts) => {
        asked.push(texts.length);
        return classify(texts);
      },
    });
    expect(explanation.tokens).toHaveLength(40);
    expect(Math.max(...asked)).toBeLessThanOrEqual(64);
    expect(asked.reduce((total, count) => total + count, 0)).toBe(explanation.evaluations);
    expect(explanation.evaluations).toBeLessThanOrEqual(1100);
  });

  it("refuses too long a text, impossible samples and a classifier that does not answer", async () => {
    await expect(explain("a".repeat(10_001))).rejects.toThrow(/10001 characters/);
    await expect(explain(short, { samples: 0 })).rejects.toThrow(/samples/);
    for (const answer of [[0.5], [], null]) {
      const predict: Predict = async (texts) => answer ?? texts.map(() => Number.NaN);
      await expect(explainText({ text: `${short} ${long}`, method, predict })).rejects.toMatchObject({
        code: "internal",
      });
    }
  });
});

describe("explainText by shap", () => {
  it("sums to the prediction less the base value", async () => {
    for (const text of [short, long, `${long} `.repeat(10)]) {
      const { tokens, baseValue, prediction } = await explainText({
        text,
        method: "shap",
        predict: classify,
      });
      const total = tokens.reduce((sum, { weight }) => sum + weight, 0);
      expect(Math.abs(total - (prediction - baseValue))).toBeLessThan(1e-6);
      expect(baseValue).toBeCloseTo((await classify([""]))[0]!, 12);
    }
  });
});

describe("stabilityOf", () => {
  it("is 1 for equal runs, 0 for opposite ones, and between in between", () => {
    expect(stabilityOf([[1, -2, 0]])).toBe(1);
    expect(
      stabilityOf([
        [1, -2, 0],
        [1, -2, 0],
        [1, -2, 0],
      ]),
    ).toBe(1);
    expect(
      stabilityOf([
        [1, -2],
        [-1, 2],
      ]),
    ).toBe(0);
    expect(
      stabilityOf([
        [1, 1],
        [1, 3],
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(
      stabilityOf([
        [0, 1e-17],
        [0, -1e-17],
      ]),
    ).toBe(1);
    expect(
      stabilityOf([
        [4, 0.01],
        [4, -0.01],
      ]),
    ).toBeGreaterThan(0.99);
  });

  it("knows the words of a text as units", () => {
    expect(segmentWords(short)).toHaveLength(4);
  });
});
