import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval";

describe("wilsonInterval", () => {
  it.each([
    // Wilson (1927), worked out with thirty digits.
    [8, 10, 0.4901625, 0.9433178],
    [0, 10, 0, 0.2775328],
    [10, 10, 0.7224672, 1],
    [500, 1000, 0.4690696, 0.5309304],
  ])("of %i in %i", (hits, trials, lower, upper) => {
    const interval = wilsonInterval(hits, trials)!;
    expect(interval.share).toBe(hits / trials);
    expect(interval.lower).toBeCloseTo(lower, 5);
    expect(interval.upper).toBeCloseTo(upper, 5);
  });

  it("says nothing of nothing", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
