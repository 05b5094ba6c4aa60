import { describe, expect, it } from "vitest";
import { blackFriday, demandOn, fxRateOn, shanghaiDay } from "./calendar";
import { chooseCarrier } from "./carriers";
import { GROUPS } from "./catalogue";
import { encodeRow } from "./copy-rows";
import { makePassphrase } from "./credentials";
import { toBase } from "./fulfilment";
import { apportion, IdFactory, Random, WeightedIndex } from "./random";
import { fillIn, suitableLines } from "./talk/facts";

describe("random", () => {
  it("repeats itself from the same seed and is uniform", () => {
    const [one, same, other] = [new Random("a"), new Random("a"), new Random("b")];
    const draws = Array.from({ length: 20_000 }, () => one.next());
    expect(Array.from({ length: 20_000 }, () => same.next())).toEqual(draws);
    expect(other.next()).not.toBe(draws[0]);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it("draws by weight and never what weighs nothing", () => {
    const table = new WeightedIndex([0, 3, 0, 1]);
    const random = new Random("weights");
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < 10_000; draw++) counts[table.draw(random)]!++;
    expect(counts[0]! + counts[2]!).toBe(0);
    expect(counts[1]! / 10_000).toBeCloseTo(0.75, 1);
  });

  it("splits whole units without losing one", () => {
    const parts = apportion(1_000, [1, 1, 1, 7.3, 0]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1_000);
    expect(parts[4]).toBe(0);
  });

  it("makes UUIDv7 that carry the time and keep the order of one millisecond", () => {
    const ids = new IdFactory(new Random("ids"));
    const made = Array.from({ length: 50 }, () => ids.at(1_764_000_000_123));
    expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt((made[0] as string).replace("-", "").slice(0, 12), 16)).toBe(1_764_000_000_123);
    expect([...made].sort()).toEqual(made);
  });
});

describe("COPY text", () => {
  it("escapes what the format reserves", () => {
    expect(encodeRow(["a\tb\nc\\d\r", null, 5, true])).toBe("a\\tb\\nc\\\\d\\r\t\\N\t5\tt\n");
    expect(encodeRow([{ text: 'x"\n' }])).toBe('{"text":"x\\\\"\\\\n"}\n');
    expect(encodeRow([["a", 'b"c']])).toBe('{"a","b\\\\"c"}\n');
    expect(encodeRow([[{ id: "1" }]])).toBe('[{"id":"1"}]\n');
  });
});

describe("calendar", () => {
  it("knows the sales", () => {
    expect(blackFriday("2025")).toBe("2025-11-28");
    expect(blackFriday("2026")).toBe("2026-11-27");
    expect(shanghaiDay(Date.parse("2026-01-01T16:00:00Z"))).toBe("2026-01-02");
    const first = "2025-06-01";
    expect(demandOn("2026-02-17", "zh", first)).toBeLessThan(0.5 * demandOn("2026-03-17", "zh", first));
    expect(demandOn("2025-11-28", "en", first)).toBeGreaterThan(3 * demandOn("2025-10-24", "en", first));
  });

  it("converts at four decimals, half up", () => {
    expect(fxRateOn("2026-05-01", "USD")).toBeGreaterThan(6.9);
    expect(fxRateOn("2026-05-01", "USD") * 10_000).toBeCloseTo(
      Math.round(fxRateOn("2026-05-01", "USD") * 10_000),
      6,
    );
    expect(toBase(1_000, 7.1235)).toBe(7_124);
    expect(toBase(999, 1)).toBe(999);
  });
});

describe("carriers", () => {
  it("number parcels as each carrier does", () => {
    const random = new Random("parcels");
    const shapes: Record<string, RegExp> = {
      "SF Express": /^SF\d{13}$/,
      "ZTO Express": /^7[568]\d{12}$/,
      "Yunda Express": /^43\d{13}$/,
      DHL: /^\d{10}$/,
      UPS: /^1Z[0-9A-Z]{16}$/,
      Correos: /^P[KQH]\d{9}ES$/,
    };
    const seen = new Set<string>();
    for (let parcel = 0; parcel < 600; parcel++) {
      const carrier = chooseCarrier(random, random.pick(["CN", "US", "ES", "GB", "MX"]));
      const number = carrier.trackingNumber(random);
      seen.add(carrier.name);
      expect(number).toMatch(shapes[carrier.name] as RegExp);
      if (carrier.name === "DHL") expect(Number(number.slice(0, 9)) % 7).toBe(Number(number[9]));
    }
    expect(seen.size).toBe(6);
  });
});

describe("credentials", () => {
  it("are long passphrases, never twice the same", () => {
    const made = new Set(Array.from({ length: 200 }, makePassphrase));
    expect(made.size).toBe(200);
    for (const phrase of made) expect(phrase).toMatch(/^([a-z]+-){4}\d{4}$/);
  });
});

describe("lines", () => {
  const product = {
    name: { zh: "灯", en: "Walnut desk lamp", es: "Lámpara" },
    group: 0,
    priceMinor: 29_900,
  } as Parameters<typeof suitableLines>[1];

  it("keep marked ones for their category", () => {
    expect(GROUPS[0]?.code).toBe("LGT");
    expect(suitableLines(["plain", "#LGT,FUR lit"], product)).toEqual(["lit"]);
    expect(suitableLines(["plain", "#OUT wet"], product)).toEqual(["plain"]);
  });

  it("are filled with facts in the reader's words, and refuse a fact that is missing", () => {
    const facts = { market: "en" as const, order: null, product, agentName: "Yue" };
    expect(fillIn("Is the {product} in stock?", facts)).toBe("Is the walnut desk lamp in stock?");
    expect(fillIn("{product}: {price}", facts)).toBe("Walnut desk lamp: $42.90");
    expect(() => fillIn("Where is {number}?", facts)).toThrow(/number/);
  });
});
