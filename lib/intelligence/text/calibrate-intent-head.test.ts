import { describe, expect, it } from "vitest";
import { simulateTexts } from "@/test/support/encoded-texts";
import { collectLeftOut, fitHeadTemperature } from "./calibrate-intent-head";
import type { IntentHeadExample } from "./intent-head";
import { assembleProblem, standardize } from "./intent-head-problem";

const base = ["size", "refund", "greeting", "invoice"];
const dimensions = 48;
const texts = simulateTexts({ base, own: ["engraving", "rare"], dimensions, seed: 3, noise: 1.2 });
const anchors = base
  .flatMap((label) => texts.drawMany(label, 6))
  .map(({ embedding, logits }) => ({ embedding, logits }));
const penalties = { weightPenalty: 0.05, biasPenalty: 1, ownClassPrior: -4, ownClassWeight: 20 };

function leaveOut(examples: IntentHeadExample[], own: string[]) {
  const standardization = standardize(anchors, dimensions);
  const assemble = (kept: readonly IntentHeadExample[]) =>
    assembleProblem({ base, own }, kept, anchors, standardization, penalties);
  return collectLeftOut({ base, own }, examples, assemble(examples), assemble, { maxIterations: 100 })
    .answers;
}

function share(answers: ReturnType<typeof leaveOut>): number {
  const best = (values: Float64Array) => values.indexOf(Math.max(...values));
  return answers.filter(({ logits, target }) => best(logits) === best(target)).length / answers.length;
}

describe("collectLeftOut", () => {
  it("answers an example from a head that has not seen it", () => {
    // Labels that mean nothing can be learnt by heart only: left out, one in three or fewer is right.
    const noise = texts.drawMany("size", 90).map((text, i) => ({ ...text, label: base[1 + (i % 3)]! }));
    const answers = leaveOut(noise, []);
    expect(answers).toHaveLength(90 + anchors.length);
    expect(share(answers.slice(0, 90))).toBeLessThan(0.5);
    const sensible = base.flatMap((label) => texts.drawMany(label, 20));
    expect(share(leaveOut(sensible, []).slice(0, 80))).toBeGreaterThan(0.9);
  });

  it("keeps the same text in one fold, and passes over a class that is known from one text alone", () => {
    const text = texts.draw("engraving");
    const repeated = Array.from({ length: 6 }, () => text);
    const others = texts.drawMany("size", 6);
    expect(leaveOut([...repeated, ...others], ["engraving"])).toHaveLength(6 + anchors.length);
    expect(leaveOut([texts.draw("rare"), ...others], ["rare"])).toHaveLength(6 + anchors.length);
  });
});

describe("fitHeadTemperature", () => {
  const answers = (size: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ logits: Float64Array.of(size, 0), weight: 1 },
      target: i % 5 < 4 ? Float64Array.of(1, 0) : Float64Array.of(0, 1),
    }));

  it("makes confidences honest where there are many answers, and moves little for a few", () => {
    // 80 % right: the logits should differ by ln 4.
    expect(fitHeadTemperature(answers(3, 2000))).toBeCloseTo(3 / Math.log(4), 1);
    expect(fitHeadTemperature(answers(1, 2000))).toBeCloseTo(1 / Math.log(4), 1);
    const few = fitHeadTemperature(answers(3, 5));
    expect(few).toBeGreaterThan(1);
    expect(few).toBeLessThan(1.4);
    expect(fitHeadTemperature([])).toBe(1);
  });
});
