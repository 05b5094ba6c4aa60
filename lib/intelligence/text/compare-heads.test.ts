import { describe, expect, it } from "vitest";
import { simulateTexts } from "@/test/support/encoded-texts";
import { compareHeads } from "./compare-heads";
import { baseIntentHead, type IntentHead } from "./intent-head";
import { mcnemarExact } from "./mcnemar-test";
import { scoreAnswers } from "./score-predictions";
import { trainIntentHead } from "./train-intent-head";

const base = Array.from({ length: 8 }, (_, i) => `base_${i}`);
const dimensions = 48;
const texts = simulateTexts({ base, own: ["engraving"], dimensions, seed: 11, noise: 1.2 });
const anchors = base.flatMap((label) => texts.drawMany(label, 10));
const heldOutBase = base.flatMap((label) => texts.drawMany(label, 10));
const current = baseIntentHead(base, dimensions);
const train = (examples: Parameters<typeof trainIntentHead>[0]["examples"]) =>
  trainIntentHead({ baseClasses: base, dimensions, examples, anchors });

describe("compareHeads", () => {
  it("promotes a head that has learnt an own intent", () => {
    const heldOut = [...heldOutBase, ...texts.drawMany("engraving", 10)];
    const result = compareHeads({ current, candidate: train(texts.drawMany("engraving", 8)), heldOut });
    expect(result).toMatchObject({ decision: "promote", reason: "more_right", heldOutTexts: 90 });
    expect(result.fixed).toBeGreaterThanOrEqual(9);
    expect(result.p).toBeLessThan(0.05);
    expect(result.classes[0]).toMatchObject({ label: "engraving", count: 10, recallBefore: 0 });
    expect(result.candidate.macroF1).toBeGreaterThan(result.current.macroF1);
    expect(result.candidate.logLoss).toBeLessThan(result.current.logLoss);
  });

  it("keeps the current head when a batch of labels is poisoned", () => {
    const poisoned = ["base_1", "base_2"].flatMap((label) =>
      texts.drawMany(label, 40).map((text) => ({ ...text, label: "base_0" })),
    );
    const result = compareHeads({ current, candidate: train(poisoned), heldOut: heldOutBase });
    expect(result).toMatchObject({ decision: "keep", reason: "fewer_right" });
    expect(result.broken).toBeGreaterThan(10);
  });

  it("keeps the current head when gains elsewhere hide a lost class", () => {
    const lost = texts.drawMany("base_1", 40).map((text) => ({ ...text, label: "base_0" }));
    const candidate = train([...lost, ...texts.drawMany("engraving", 10)]);
    const heldOut = [...heldOutBase, ...texts.drawMany("engraving", 40)];
    const result = compareHeads({ current, candidate, heldOut });
    expect(result.fixed).toBeGreaterThan(result.broken);
    expect(result).toMatchObject({ decision: "keep", reason: "class_lost" });
  });

  it("lets corrections decide between equals, and nothing decide without held-out texts", () => {
    const wrong = texts.draw("base_0");
    const corrections = [{ ...wrong, label: "base_5" }];
    const candidate = train([corrections[0]!, corrections[0]!, corrections[0]!]);
    const heldOut = base.slice(1).flatMap((label) => texts.drawMany(label, 5));
    expect(compareHeads({ current, candidate, heldOut, corrections })).toMatchObject({
      ...{ decision: "promote", reason: "corrections_fixed", fixed: 0, broken: 0, p: 1 },
      ...{ correctionsFixed: 1, correctionsBroken: 0 },
    });
    expect(compareHeads({ current, candidate, heldOut })).toMatchObject({ reason: "nothing_gained" });
    expect(compareHeads({ current, candidate, heldOut: [], corrections })).toMatchObject({
      ...{ decision: "keep", reason: "no_held_out_texts" },
    });
  });

  it("keeps the current head when the new one is right as often but far too sure", () => {
    const candidate: IntentHead = { ...current, temperature: 0.02 };
    const heldOut = [
      ...heldOutBase,
      ...texts.drawMany("engraving", 10).map((text) => ({ ...text, label: "base_7" })),
    ];
    const result = compareHeads({ current, candidate, heldOut });
    expect(result).toMatchObject({ decision: "keep", reason: "less_honest" });
    expect(result.candidate.accuracy).toBe(result.current.accuracy);
    expect(result.candidate.logLoss).toBeGreaterThan(result.current.logLoss + 0.05);
  });
});

describe("mcnemarExact", () => {
  it("is the two-sided binomial test", () => {
    expect(mcnemarExact(0, 0)).toBe(1);
    expect(mcnemarExact(5, 0)).toBeCloseTo(2 / 32, 12);
    expect(mcnemarExact(1, 9)).toBeCloseTo((2 * 11) / 1024, 12);
    expect(mcnemarExact(7, 7)).toBe(1);
    expect(mcnemarExact(400, 600)).toBeCloseTo(2.7e-10, 10);
  });
});

describe("scoreAnswers", () => {
  it("gives the figures of an example by hand", () => {
    const answer = (label: string, predicted: string, confidence: number) => ({
      ...{ label, predicted, confidence },
      labelProbability: label === predicted ? confidence : 0.1,
    });
    const scores = scoreAnswers([answer("a", "a", 0.85), answer("a", "b", 0.85), answer("b", "b", 0.55)]);
    expect(scores.accuracy).toBeCloseTo(2 / 3, 12);
    expect(scores.macroF1).toBeCloseTo(2 / 3, 12);
    expect(scores.logLoss).toBeCloseTo(-(Math.log(0.85) + Math.log(0.1) + Math.log(0.55)) / 3, 12);
    expect(scores.expectedCalibrationError).toBeCloseTo((Math.abs(1 - 1.7) + 0.45) / 3, 12);
    expect(scoreAnswers([])).toEqual({ accuracy: 0, macroF1: 0, logLoss: 0, expectedCalibrationError: 0 });
  });
});
