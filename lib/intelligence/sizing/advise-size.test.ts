import { describe, expect, it } from "vitest";
import { adviseSize, type SizeChart } from ".";

/** Body measurements in centimetres, sizes without gaps. */
const SHIRT: SizeChart = {
  sizes: [
    {
      label: "S",
      ranges: { chestCm: [84, 92], waistCm: [70, 78], heightCm: [160, 170], weightKg: [50, 62] },
    },
    {
      label: "M",
      ranges: { chestCm: [92, 100], waistCm: [78, 86], heightCm: [168, 178], weightKg: [60, 72] },
    },
    {
      label: "L",
      ranges: { chestCm: [100, 108], waistCm: [86, 94], heightCm: [175, 185], weightKg: [70, 84] },
    },
  ],
};
const SHOES: SizeChart = {
  sizes: [24, 24.5, 25].map((foot, at) => ({
    label: String(38 + at),
    ranges: { footLengthCm: [foot, foot] },
  })),
};

describe("adviseSize", () => {
  it.each([
    [{ chestCm: 88 }, "S", "high"],
    [{ chestCm: 96, waistCm: 82 }, "M", "high"],
    [{ chestCm: 104, waistCm: 90, heightCm: 180, weightKg: 78 }, "L", "high"],
    // Height and weight alone say it less surely.
    [{ heightCm: 173, weightKg: 66 }, "M", "medium"],
    // The chest decides, not the height.
    [{ chestCm: 104, heightCm: 165 }, "L", "low"],
    [{ chestCm: 109 }, "L", "medium"],
    [{ chestCm: 83 }, "S", "medium"],
    [{ chestCm: 98, waistCm: 92 }, "L", "medium"],
  ] as const)("for %o advises %s with %s confidence", (body, label, confidence) => {
    expect(adviseSize(SHIRT, body)).toMatchObject({ label, confidence });
  });

  it("says how each measurement lies", () => {
    expect(adviseSize(SHIRT, { chestCm: 96, waistCm: 87 })).toMatchObject({
      label: "M",
      reasons: [
        { measure: "chestCm", value: 96, from: 92, to: 100, fit: "inside" },
        { measure: "waistCm", value: 87, from: 78, to: 86, fit: "above" },
      ],
    });
  });

  it("names a second size between two, and lets the wish decide", () => {
    const between = { chestCm: 99.5 };
    expect(adviseSize(SHIRT, between)).toMatchObject({ label: "M", alternative: "L" });
    expect(adviseSize(SHIRT, between, "loose")).toMatchObject({ label: "L" });
    expect(adviseSize(SHIRT, { chestCm: 100.5 }, "tight")).toMatchObject({ label: "M" });
    expect(adviseSize(SHIRT, { chestCm: 96 }, "loose")).toMatchObject({ label: "M" });
    expect(adviseSize(SHIRT, { chestCm: 88 })).toMatchObject({ alternative: null });
  });

  it("advises none where none fits, or nothing is known", () => {
    expect(adviseSize(SHIRT, { chestCm: 120 })).toEqual({ label: null, reason: "too_large", needs: [] });
    expect(adviseSize(SHIRT, { chestCm: 60, heightCm: 175 })).toMatchObject({ reason: "too_small" });
    expect(adviseSize(SHIRT, { footLengthCm: 25 })).toEqual({
      label: null,
      reason: "needs_measurements",
      needs: ["chestCm", "waistCm", "heightCm", "weightKg"],
    });
    expect(adviseSize({ sizes: [] }, { chestCm: 90 })).toMatchObject({ reason: "needs_measurements" });
  });

  it("knows shoes by the foot", () => {
    expect(adviseSize(SHOES, { footLengthCm: 24.4 })).toMatchObject({ label: "39" });
    expect(adviseSize(SHOES, { footLengthCm: 25 })).toMatchObject({ label: "40", confidence: "high" });
    expect(adviseSize(SHOES, { footLengthCm: 28 })).toMatchObject({ reason: "too_large" });
  });

  it("never advises a smaller size for a larger body", () => {
    const order = SHIRT.sizes.map(({ label }) => label);
    let last = 0;
    for (let chestCm = 80; chestCm <= 112; chestCm += 0.5) {
      const advice = adviseSize(SHIRT, { chestCm });
      const at = order.indexOf(advice.label ?? "");
      expect(at).toBeGreaterThanOrEqual(last);
      last = at;
    }
    expect(last).toBe(2);
  });
});
