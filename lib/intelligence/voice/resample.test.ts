import { describe, expect, it } from "vitest";
import { RATE_HZ, sine } from "@/test/support/signals";
import { resample } from "./resample";

const power = (samples: Float32Array) => {
  const inner = samples.subarray(800, samples.length - 800);
  return inner.reduce((sum, value) => sum + value * value, 0) / inner.length;
};

describe("resampling to 16 kHz", () => {
  it.each([4_000, 8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 44_099])(
    "keeps a tone of 1 kHz from %s Hz as it is",
    (rateHz) => {
      const samples = resample(sine(1_000, 1, 0.5, rateHz), rateHz);
      expect(Math.abs(samples.length - RATE_HZ)).toBeLessThanOrEqual(1);
      const expected = sine(1_000, 1);
      for (let i = 800; i < RATE_HZ - 800; i++)
        expect(Math.abs(samples[i]! - expected[i]!)).toBeLessThan(5e-3);
    },
  );

  it.each([22_050, 44_100, 48_000])("lets nothing above 8 kHz fold back from %s Hz", (rateHz) => {
    const alias = power(resample(sine(9_500, 1, 0.5, rateHz), rateHz));
    expect(10 * Math.log10(alias / 0.125)).toBeLessThan(-60);
  });

  it("keeps a constant level and hands on what is at 16 kHz already", () => {
    const constant = resample(new Float32Array(44_100).fill(0.5), 44_100);
    const inner = constant.subarray(100, -100);
    expect([Math.min(...inner), Math.max(...inner)]).toEqual([
      expect.closeTo(0.5, 5),
      expect.closeTo(0.5, 5),
    ]);
    const samples = sine(300, 0.1);
    expect(resample(samples, RATE_HZ)).toBe(samples);
  });
});
