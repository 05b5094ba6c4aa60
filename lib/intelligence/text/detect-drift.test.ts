import { describe, expect, it } from "vitest";
import { type DailyTextQuality, detectDrift } from "./detect-drift";
import { mulberry32 } from "./seeded-random";

interface Shop {
  days: number;
  messages: number;
  /** Day from which it is worse. */
  changeAt?: number;
  confidence?: [number, number];
  low?: [number, number];
  corrections?: [number, number];
  weekendLow?: number;
}

/** Poisson-like days of messages with binomial counts; a tenth of the spread of confidence is the day's own. */
function simulate(shop: Shop, random: () => number): DailyTextQuality[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const count = (of: number, share: number) => {
    let hits = 0;
    for (let i = 0; i < of; i += 1) if (random() < share) hits += 1;
    return hits;
  };
  return Array.from({ length: shop.days }, (_, i) => {
    const after = i >= (shop.changeAt ?? shop.days) ? 1 : 0;
    const messages = Math.max(0, Math.round(shop.messages + normal() * Math.sqrt(shop.messages)));
    const weekend = i % 7 >= 5 ? (shop.weekendLow ?? 0) : 0;
    const confidence =
      (shop.confidence ?? [0.8, 0.8])[after] + normal() * (0.2 / Math.sqrt(messages + 1) + 0.01);
    return {
      day: new Date(Date.UTC(2026, 2, 1 + i)).toISOString().slice(0, 10),
      messages,
      meanConfidence: Math.min(1, Math.max(0, confidence)),
      lowConfidence: count(messages, (shop.low ?? [0.12, 0.12])[after] + weekend),
      corrections: count(messages, (shop.corrections ?? [0.03, 0.03])[after]),
    };
  });
}

describe("detectDrift", () => {
  it("dates a fall of confidence and a rise of corrections", () => {
    const days = simulate(
      {
        ...{ days: 56, messages: 80, changeAt: 40 },
        ...{ confidence: [0.82, 0.7], low: [0.1, 0.25], corrections: [0.03, 0.1] },
      },
      mulberry32(1),
    );
    const alerts = detectDrift(days);
    expect(alerts.map(({ kind }) => kind)).toEqual(["confidence", "corrections"]);
    for (const alert of alerts) {
      expect(Math.abs(days.findIndex(({ day }) => day === alert.since) - 40)).toBeLessThanOrEqual(1);
      expect(alert.p).toBeLessThanOrEqual(0.005);
    }
    expect(alerts[1]).toMatchObject({ measure: "correction_rate" });
    expect(alerts[1]!.before).toBeCloseTo(0.03, 1);
    expect(alerts[1]!.after).toBeCloseTo(0.1, 1);
  });

  it("says nothing of a change for the better, of a small shop, or of a few days", () => {
    const better = { days: 56, messages: 80, changeAt: 30, confidence: [0.7, 0.85], low: [0.3, 0.1] } as Shop;
    expect(detectDrift(simulate(better, mulberry32(2)))).toEqual([]);
    const worse = { confidence: [0.85, 0.5], low: [0.1, 0.6], corrections: [0, 0.5] } as const;
    const shop = { days: 56, changeAt: 48, ...worse } as unknown as Shop;
    expect(detectDrift(simulate({ ...shop, messages: 1 }, mulberry32(3)))).toEqual([]);
    expect(detectDrift(simulate({ ...shop, messages: 60, days: 20, changeAt: 12 }, mulberry32(3)))).toEqual(
      [],
    );
    expect(detectDrift([])).toEqual([]);
  });

  it("ignores the order and days without messages, and repeats", () => {
    const days = simulate({ days: 56, messages: 80, changeAt: 40, low: [0.1, 0.3] }, mulberry32(4));
    const [alert] = detectDrift(days);
    expect(alert).toMatchObject({ kind: "confidence", measure: "low_confidence_share" });
    expect(detectDrift([...days].reverse())).toEqual([alert]);
    const closed = { day: "2026-02-28", messages: 0, meanConfidence: 0, lowConfidence: 0, corrections: 0 };
    expect(detectDrift([closed, ...days])).toEqual([alert]);
  });

  it("refuses figures that cannot be", () => {
    const day = { day: "2026-03-01", messages: 10, meanConfidence: 0.8, lowConfidence: 1, corrections: 0 };
    expect(() => detectDrift([day, day])).toThrow(/twice/);
    expect(() => detectDrift([{ ...day, corrections: 11 }])).toThrow(/2026-03-01/);
    expect(() => detectDrift([{ ...day, meanConfidence: Number.NaN }])).toThrow(/2026-03-01/);
  });

  it("raises a false alarm in about 1 of 100 looks at a steady shop, and finds what matters", () => {
    // 0.02 is what 300 looks at a rate of 0.01 stay under nearly always.
    const random = mulberry32(20431);
    const rate = (shop: Shop, rounds: number) => {
      let alarms = 0;
      for (let i = 0; i < rounds; i += 1) {
        if (detectDrift(simulate(shop, random), { seed: i }).length > 0) alarms += 1;
      }
      return alarms / rounds;
    };
    const figures = {
      small: rate({ days: 56, messages: 12 }, 300),
      middle: rate({ days: 56, messages: 60 }, 300),
      weekends: rate({ days: 56, messages: 60, weekendLow: 0.15 }, 300),
      worse: rate({ days: 56, messages: 60, changeAt: 46, low: [0.12, 0.24] }, 40),
    };
    expect(figures.small).toBeLessThanOrEqual(0.02);
    expect(figures.middle).toBeLessThanOrEqual(0.02);
    expect(figures.weekends).toBeLessThanOrEqual(0.02);
    expect(figures.worse).toBeGreaterThan(0.8);
  }, 60_000);
});
