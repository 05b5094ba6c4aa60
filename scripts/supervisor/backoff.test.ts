import { expect, it } from "vitest";
import { Backoff } from "./backoff";

it("waits twice as long after each death, at most half a minute, and forgives after a calm minute", () => {
  const backoff = new Backoff();
  const delays = Array.from({ length: 8 }, () => backoff.nextDelayMs(10));
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(backoff.nextDelayMs(60_000)).toBe(500);
});
