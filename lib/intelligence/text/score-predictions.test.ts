import { describe, expect, it } from "vitest";
import { accuracy, calibrationError, type JudgedAnswer } from "./score-predictions";

const answer = (isRight: boolean, confidence: number): JudgedAnswer => ({
  ...{ label: "a", predicted: isRight ? "a" : "b", confidence },
});

describe("scores of answers", () => {
  it("are zero of none", () => expect([accuracy([]), calibrationError([])]).toEqual([0, 0]));

  it("weigh the gap of each bin by its answers", () => {
    // Bin 0.9–1: mean confidence 0.95, half right; bin 0.2–0.3: 0.25, none right; a confidence of 1 is in the last bin.
    const answers = [answer(true, 0.9), answer(false, 1), answer(false, 0.25), answer(false, 0.25)];
    expect(accuracy(answers)).toBe(0.25);
    expect(calibrationError(answers)).toBeCloseTo(0.5 * 0.45 + 0.5 * 0.25, 12);
  });
});
