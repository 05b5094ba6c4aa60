import { describe, expect, it } from "vitest";
import { mulberry32 } from "@/lib/intelligence/text/seeded-random";
import {
  afterBusinessMinutes,
  type BusinessHours,
  businessMsBetween,
  isOpenAt,
  nextOpening,
  type Period,
} from ".";

const MINUTE_MS = 60_000;
const NONE: Period[][] = [[], [], [], [], [], [], []];
const at = (text: string) => new Date(text);
const minutes = (from: string, to: string): Period => ({ fromMinute: minute(from), toMinute: minute(to) });
const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const office: BusinessHours = {
  timeZone: "Asia/Shanghai",
  week: [...Array(5).fill([minutes("09:00", "12:00"), minutes("13:30", "18:00")]), [], []],
  special: [
    { from: "2026-10-01", to: "2026-10-07", periods: [] },
    { from: "2026-10-10", to: "2026-10-10", periods: [minutes("10:00", "16:00")] },
  ],
};

describe("a shop with a midday break, a holiday week and a working Saturday", () => {
  it.each([
    ["2026-11-27T01:00:00Z", true, "the minute it opens"],
    ["2026-11-27T00:59:59.999Z", false, "just before"],
    ["2026-11-27T04:00:00Z", false, "the minute the break begins"],
    ["2026-11-27T05:30:00Z", true, "after the break"],
    ["2026-11-28T02:00:00Z", false, "a Saturday"],
    ["2026-10-10T02:00:00Z", true, "the Saturday that is worked"],
    ["2026-10-05T02:00:00Z", false, "a Monday of the holidays"],
  ])("%s: %s, %s", (instant, expected) => expect(isOpenAt(office, at(instant))).toBe(expected));

  it("opens next after the break, the weekend and the holidays", () => {
    const next = (instant: string) => nextOpening(office, at(instant))?.toISOString();
    expect(next("2026-11-27T04:10:00Z")).toBe("2026-11-27T05:30:00.000Z");
    expect(next("2026-11-27T10:00:00Z")).toBe("2026-11-30T01:00:00.000Z");
    expect(next("2026-09-30T10:00:00Z")).toBe("2026-10-08T01:00:00.000Z");
    expect(next("2026-11-27T02:34:56Z")).toBe("2026-11-27T02:34:56.000Z");
  });

  it("counts only its hours, and finds the end of so many of them", () => {
    const friday = at("2026-11-27T09:30:00Z");
    const monday = at("2026-11-30T02:00:00Z");
    expect(businessMsBetween(office, friday, monday)).toBe(90 * MINUTE_MS);
    expect(afterBusinessMinutes(office, friday, 90)).toEqual(monday);
    expect(afterBusinessMinutes(office, friday, 30)?.toISOString()).toBe("2026-11-27T10:00:00.000Z");
    expect(businessMsBetween(office, monday, friday)).toBe(0);
  });
});

it("a shop that never opens has no next opening, and no time goes by in it", () => {
  const closed = { ...office, week: NONE, special: [] };
  expect(nextOpening(closed, at("2026-11-27T00:00:00Z"))).toBeNull();
  expect(afterBusinessMinutes(closed, at("2026-11-27T00:00:00Z"), 1)).toBeNull();
  expect(businessMsBetween(closed, at("2026-01-01T00:00:00Z"), at("2026-12-31T00:00:00Z"))).toBe(0);
});

it("a shop that is always open counts every minute, over midnight and clock changes", () => {
  const always = {
    timeZone: "America/New_York",
    week: NONE.map(() => [minutes("00:00", "24:00")]),
    special: [],
  };
  const [from, to] = [at("2026-03-01T00:00:00Z"), at("2026-12-01T12:34:00Z")];
  expect(businessMsBetween(always, from, to)).toBe(to.getTime() - from.getTime());
  const days40 = afterBusinessMinutes(always, from, 40 * 1_440);
  expect(days40).toEqual(new Date(from.getTime() + 40 * 1_440 * MINUTE_MS));
});

describe("at a change of the clocks", () => {
  const every = (timeZone: string, period: Period): BusinessHours => ({
    timeZone,
    week: NONE.map(() => [period]),
    special: [],
  });
  const openMinutes = (hours: BusinessHours, day: string) =>
    businessMsBetween(
      hours,
      at(`${day}T00:00:00Z`),
      new Date(at(`${day}T00:00:00Z`).getTime() + 86_400_000),
    ) / MINUTE_MS;

  it("New York in March: an hour that is skipped is not open, and a start in it is the moment of the change", () => {
    expect(openMinutes(every("America/New_York", minutes("01:00", "04:00")), "2026-03-08")).toBe(120);
    const late = every("America/New_York", minutes("02:30", "04:00"));
    expect(nextOpening(late, at("2026-03-08T05:00:00Z"))?.toISOString()).toBe("2026-03-08T07:00:00.000Z");
  });

  it("New York in November: an hour that comes twice is open both times", () => {
    expect(openMinutes(every("America/New_York", minutes("01:00", "02:00")), "2026-11-01")).toBe(120);
  });

  it("Madrid: nine in the morning is nine on both sides of the change", () => {
    const hours = every("Europe/Madrid", minutes("09:00", "14:00"));
    expect(nextOpening(hours, at("2026-03-28T20:00:00Z"))?.toISOString()).toBe("2026-03-29T07:00:00.000Z");
    expect(nextOpening(hours, at("2026-03-27T20:00:00Z"))?.toISOString()).toBe("2026-03-28T08:00:00.000Z");
  });

  it("São Paulo, which changed at midnight: the day began at one, and an evening had its last hour twice", () => {
    const night = every("America/Sao_Paulo", minutes("00:00", "02:00"));
    expect(nextOpening(night, at("2018-11-04T02:30:00Z"))?.toISOString()).toBe("2018-11-04T03:00:00.000Z");
    const evening = every("America/Sao_Paulo", minutes("22:00", "24:00"));
    const [from, to] = [at("2018-02-17T12:00:00Z"), at("2018-02-18T12:00:00Z")];
    expect(businessMsBetween(evening, from, to)).toBe(180 * MINUTE_MS);
  });

  it("Shanghai, which has none: every day is as long as the other", () => {
    const hours = every("Asia/Shanghai", minutes("02:00", "03:00"));
    for (const day of ["2026-03-07", "2026-03-28", "2026-10-24", "2026-10-31"])
      expect(
        businessMsBetween(
          hours,
          at(`${day}T12:00:00Z`),
          new Date(at(`${day}T12:00:00Z`).getTime() + 86_400_000),
        ),
      ).toBe(60 * MINUTE_MS);
  });
});

/** What the functions must agree with: each minute is looked at on its own, by the clock on the wall. */
class MinuteByMinute {
  private readonly walls: string[] = [];
  constructor(
    readonly start: number,
    days: number,
    timeZone: string,
  ) {
    const options = { timeZone, dateStyle: "short", timeStyle: "short" } as const;
    const format = new Intl.DateTimeFormat("sv-SE", options);
    for (let i = 0; i < days * 1_440; i++) this.walls.push(format.format(start + i * MINUTE_MS));
  }

  /** For each minute, whether the shop is open. */
  open(hours: BusinessHours): boolean[] {
    const open = this.walls.map(() => false);
    const first = (wall: string) => {
      const index = this.walls.findIndex((each) => each >= wall);
      return index < 0 ? this.walls.length : index;
    };
    for (const day of new Set(this.walls.map((wall) => wall.slice(0, 10)))) {
      const special = hours.special.find(({ from, to }) => from <= day && day <= to);
      const weekday = (new Date(day).getUTCDay() + 6) % 7;
      for (const { fromMinute, toMinute } of special?.periods ?? hours.week[weekday]!)
        open.fill(true, first(`${day} ${clock(fromMinute)}`), first(`${day} ${clock(toMinute)}`));
    }
    return open;
  }
}

/** As text, "24:00" comes after every minute of its day and before the next day. */
const clock = (of: number) =>
  `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;

describe("against a slow reference", () => {
  it.each([
    ["America/New_York", "2026-03-06T00:00:00Z"],
    ["America/New_York", "2026-10-30T00:00:00Z"],
    ["Europe/Madrid", "2026-03-27T00:00:00Z"],
    ["Europe/Madrid", "2026-10-23T00:00:00Z"],
    ["America/Sao_Paulo", "2018-11-02T00:00:00Z"],
    ["America/Sao_Paulo", "2018-02-16T00:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-03T00:00:00Z"],
    ["Asia/Shanghai", "2026-03-06T00:00:00Z"],
    ["Asia/Kathmandu", "2026-03-06T00:00:00Z"],
  ])("%s around %s: 40 weeks drawn by chance", (timeZone, from) => {
    const random = mulberry32(from.length + timeZone.length * 7);
    const draw = (below: number) => Math.floor(random() * below);
    // Longer on both sides than what is asked about, so that days at the edges are whole.
    const reference = new MinuteByMinute(Date.parse(from) - 86_400_000, 7, timeZone);
    for (let round = 0; round < 40; round++) {
      const hours: BusinessHours = {
        timeZone,
        week: NONE.map(() => drawPeriods(draw)),
        special: draw(2)
          ? [{ from: from.slice(0, 10), to: from.slice(0, 10), periods: drawPeriods(draw) }]
          : [],
      };
      const open = reference.open(hours);
      for (let ask = 0; ask < 12; ask++) {
        const index = 1_440 + draw(3 * 1_440);
        const until = index + draw(1_440);
        const [one, other] = [index, until].map((i) => new Date(reference.start + i * MINUTE_MS)) as [
          Date,
          Date,
        ];
        expect(isOpenAt(hours, one)).toBe(open[index]);
        const opens = open.indexOf(true, index);
        if (opens >= 0 && opens < 5 * 1_440)
          expect(nextOpening(hours, one)).toEqual(new Date(reference.start + opens * MINUTE_MS));
        const sum = open.slice(index, until).filter(Boolean).length;
        expect(businessMsBetween(hours, one, other)).toBe(sum * MINUTE_MS);
        if (sum > 0) {
          const last = open.slice(0, until).lastIndexOf(true);
          const reached = new Date(reference.start + (last + 1) * MINUTE_MS);
          expect(afterBusinessMinutes(hours, one, sum)).toEqual(reached);
        }
      }
    }
  });
});

function drawPeriods(draw: (below: number) => number): Period[] {
  const cuts = Array.from({ length: draw(3) * 2 }, () => draw(289) * 5).sort((one, other) => one - other);
  return cuts.flatMap((fromMinute, i) =>
    i % 2 === 0 && cuts[i + 1]! > fromMinute ? [{ fromMinute, toMinute: cuts[i + 1]! }] : [],
  );
}
