import { describe, expect, it } from "vitest";
import { formatDuration } from "./format-duration";

describe("formatDuration", () => {
  it.each([
    [0.4, "en", "0 sec"],
    [45, "en", "45 sec"],
    [90, "en", "1.5 min"],
    [720, "en", "12 min"],
    [3.25 * 3_600, "en", "3.3 hr"],
    [26 * 3_600, "zh-CN", "26小时"],
    [3 * 86_400, "es", "3 d"],
  ])("%d s in %s is %s", (seconds, locale, text) => {
    expect(formatDuration(seconds, locale)).toBe(text);
  });
});
