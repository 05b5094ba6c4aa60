import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulateTexts } from "@/test/support/encoded-texts";
import { applyIntentHead } from "./apply-intent-head";
import { headClasses, type IntentHead, type IntentHeadExample } from "./intent-head";
import { softmax } from "./text-model";
import { trainIntentHead } from "./train-intent-head";

const base = Array.from({ length: 12 }, (_, i) => `base_${i}`);
const own = ["gift_wrapping", "workshop_booking"];
const dimensions = 64;
const setUp = (seed: number, noise?: number) =>
  simulateTexts({ base, own, dimensions, seed, ...(noise ? { noise } : {}) });

function best(head: IntentHead, text: { embedding: Float32Array; logits: Float32Array }): string {
  const probabilities = applyIntentHead(head, text);
  return headClasses(head)[probabilities.indexOf(Math.max(...probabilities))]!;
}

function largestGap(a: Float64Array, b: Float64Array): number {
  return Math.max(...a.map((value, k) => Math.abs(value - b[k]!)));
}

describe("trainIntentHead", () => {
  it("is the base model without examples, whatever the anchors", () => {
    const texts = setUp(1);
    const anchors = base.flatMap((label) => texts.drawMany(label, 3));
    const head = trainIntentHead({ baseClasses: base, dimensions, examples: [], anchors });
    for (const text of anchors) {
      expect(largestGap(applyIntentHead(head, text), softmax(text.logits))).toBeLessThan(1e-12);
    }
    expect(headClasses(head)).toEqual(base);
  });

  it("turns a repeated correction's neighbourhood and leaves the rest", () => {
    const texts = setUp(2);
    const anchors = base.flatMap((label) => texts.drawMany(label, 10));
    const wrong = texts.draw("base_0");
    const corrections = Array.from({ length: 3 }, () => ({ ...wrong, label: "base_5" }));
    const head = trainIntentHead({ baseClasses: base, dimensions, examples: corrections, anchors });
    expect(best(head, wrong)).toBe("base_5");
    const near = { ...wrong, embedding: wrong.embedding.map((value, d) => value + (d % 2 ? 0.01 : -0.01)) };
    expect(best(head, near)).toBe("base_5");
    const far = base.slice(1).flatMap((label) => texts.drawMany(label, 10));
    for (const text of far) expect(best(head, text)).toBe(text.label);
    const moved = far.map((text) => largestGap(applyIntentHead(head, text), softmax(text.logits)));
    expect(Math.max(...moved)).toBeLessThan(0.15);
  });

  it.each([3, 5])(
    "finds own intents with %i examples each and takes nothing from the base intents",
    (count) => {
      const texts = setUp(3, 1.2);
      const anchors = base.flatMap((label) => texts.drawMany(label, 10));
      const examples = own.flatMap((label) => texts.drawMany(label, count));
      const head = trainIntentHead({ baseClasses: base, dimensions, examples, anchors });
      const found = own
        .flatMap((label) => texts.drawMany(label, 100))
        .filter((text) => best(head, text) === text.label);
      expect(found.length / 200).toBeGreaterThan(count === 3 ? 0.75 : 0.9);
      const others = base.flatMap((label) => texts.drawMany(label, 50));
      const taken = others.filter((text) => own.includes(best(head, text)));
      expect(taken.length / others.length).toBeLessThan(0.01);
    },
  );

  it("hears three examples beside three hundred", () => {
    const texts = setUp(4, 1.2);
    const anchors = base.flatMap((label) => texts.drawMany(label, 5));
    const examples = [...texts.drawMany("gift_wrapping", 300), ...texts.drawMany("workshop_booking", 3)];
    const head = trainIntentHead({ baseClasses: base, dimensions, examples, anchors });
    const rare = texts.drawMany("workshop_booking", 100);
    expect(rare.filter((text) => best(head, text) === text.label).length).toBeGreaterThan(60);
  });

  it("ends where training from nothing ends when it goes on from an earlier head", () => {
    const texts = setUp(5, 1.2);
    const anchors = base.flatMap((label) => texts.drawMany(label, 5));
    const first = [...texts.drawMany("gift_wrapping", 6), ...texts.drawMany("base_3", 6)];
    const second = [...first, ...texts.drawMany("workshop_booking", 6)];
    const exact = { tolerance: 1e-7, maxIterations: 1000 };
    const previous = trainIntentHead({ baseClasses: base, dimensions, examples: first, anchors }, exact);
    const all = { baseClasses: base, dimensions, examples: second, anchors };
    const incremental = trainIntentHead({ ...all, previous }, exact);
    const whole = trainIntentHead(all, exact);
    expect(incremental.ownClasses).toEqual(own);
    for (const text of [...anchors, ...second]) {
      expect(largestGap(applyIntentHead(incremental, text), applyIntentHead(whole, text))).toBeLessThan(1e-3);
    }
    expect(trainIntentHead(all, exact)).toEqual(whole);
  });

  it("lowers confidence where the labels contradict each other, and keeps it near the base's otherwise", () => {
    const texts = setUp(6, 1.2);
    const anchors = base.flatMap((label) => texts.drawMany(label, 5));
    const noisy = texts.drawMany("base_1", 120).map((text, i) => ({ ...text, label: base[i % 6]! }));
    const clean = base.flatMap((label) => texts.drawMany(label, 10));
    const temperatureOf = (examples: IntentHeadExample[]) =>
      trainIntentHead({ baseClasses: base, dimensions, examples, anchors }).temperature;
    expect(temperatureOf(noisy)).toBeGreaterThan(temperatureOf(clean));
    expect(temperatureOf(clean.slice(0, 3))).toBeCloseTo(1, 0);
  });

  it("refuses texts of another model and impossible weights", () => {
    const text = setUp(7).draw("base_0");
    const train = (example: IntentHeadExample) =>
      trainIntentHead({ baseClasses: base, dimensions, examples: [example] });
    expect(() => train({ ...text, embedding: new Float32Array(3) })).toThrow(/3 embedding values/);
    expect(() => train({ ...text, logits: text.logits.map(() => Number.NaN) })).toThrow(/not finite/);
    expect(() => train({ ...text, weight: -1 })).toThrow(/weight/);
    const many = Array.from({ length: 201 }, (_, i) => ({ ...text, label: `own ${i}` }));
    expect(() => trainIntentHead({ baseClasses: base, dimensions, examples: many })).toThrow(
      /201 own intents/,
    );
  });

  it("learns 1,500 texts of 512 numbers and 60 classes in seconds", () => {
    const names = Array.from({ length: 52 }, (_, i) => `base_${i}`);
    const more = Array.from({ length: 8 }, (_, i) => `own_${i}`);
    const texts = simulateTexts({ base: names, own: more, dimensions: 512, seed: 8, noise: 1.2 });
    const anchors = Array.from({ length: 500 }, (_, i) => texts.draw(names[i % 52]!));
    const examples = Array.from({ length: 1000 }, (_, i) => texts.draw([...names, ...more][i % 60]!));
    const started = process.cpuUsage();
    const head = trainIntentHead({ baseClasses: names, dimensions: 512, examples, anchors });
    // Under a second of an idle core (3,000 texts: 1.8 s); a busy one shares its caches and takes longer.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
    const fresh = more.map((label) => texts.draw(label));
    expect(fresh.filter((text) => best(head, text) === text.label).length).toBeGreaterThan(6);
  }, 60_000);
});

describe("against other implementations (bench/peers/softmax_offset.py)", () => {
  const peer = JSON.parse(
    readFileSync(new URL("../../../bench/peers/softmax_offset.json", import.meta.url), "utf8"),
  );
  const names = ["a", "b", "c"];
  const width = 5;
  const examplesWith = (logits: number[][] | null): IntentHeadExample[] =>
    peer.inputs.map((input: number[], i: number) => ({
      embedding: Float32Array.from(input),
      logits: Float32Array.from(logits?.[i] ?? [0, 0, 0]),
      label: names[peer.labels[i]]!,
      weight: peer.importance[i],
    }));
  const train = (examples: IntentHeadExample[], biasPenalty: number) =>
    trainIntentHead(
      { baseClasses: names, dimensions: width, examples },
      { weightPenalty: peer.penalty, biasPenalty, calibrate: false, tolerance: 1e-9, maxIterations: 2000 },
    );
  const worstGap = (head: IntentHead, wanted: { weights: number[][]; bias: number[] }) =>
    Math.max(
      ...wanted.weights.flat().map((weight, i) => Math.abs(weight - head.weights[i]!)),
      ...wanted.bias.map((bias, k) => Math.abs(bias - head.bias[k]!)),
    );

  it("finds scikit-learn's coefficients and log loss without a base model", () => {
    const examples = examplesWith(null);
    // scikit-learn does not penalise the intercept, which fixes it up to a shift; the mildest penalty centres it.
    const head = train(examples, 1e-9);
    expect(worstGap(head, peer.plain)).toBeLessThan(1e-4);
    const losses = examples.map((text) => -Math.log(applyIntentHead(head, text)[names.indexOf(text.label)]!));
    expect(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toBeCloseTo(peer.plain.logLoss, 6);
  });

  it("finds SciPy's coefficients over a base model's logits", () => {
    expect(worstGap(train(examplesWith(peer.logits), peer.penalty), peer.offset)).toBeLessThan(1e-5);
  });
});
