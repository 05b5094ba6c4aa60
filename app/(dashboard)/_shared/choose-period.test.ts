import { expect, it } from "vitest";
import type { PageContext } from "@/lib/platform/http/page-context";
import { choosePeriod } from "./choose-period";

const ctx = {
  now: () => new Date("2026-11-26T17:00:00Z"),
  timeZone: "Asia/Shanghai",
} as PageContext;

it("ends on the shop's today and compares with as many days before", () => {
  const { period, previous, days } = choosePeriod(ctx, {});
  expect(period).toEqual({ from: "2026-10-31", to: "2026-11-27" });
  expect(previous).toEqual({ from: "2026-10-03", to: "2026-10-30" });
  expect(days).toBe(28);
});

it("takes what the address names, and the default for what it cannot mean", () => {
  const asked = choosePeriod(ctx, { from: "2026-11-01", to: "2026-11-07" });
  expect([asked.period, asked.previous]).toEqual([
    { from: "2026-11-01", to: "2026-11-07" },
    { from: "2026-10-25", to: "2026-10-31" },
  ]);
  for (const wrong of [
    { from: "2026-11-07", to: "2026-11-01" },
    { from: "yesterday", to: "2026-11-01" },
    { from: "2020-01-01", to: "2026-11-01" },
  ])
    expect(choosePeriod(ctx, wrong).days).toBe(28);
});
