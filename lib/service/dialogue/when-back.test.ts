import { expect, it } from "vitest";
import { whenPeopleAreBack } from ".";

const office = [{ fromMinute: 540, toMinute: 1_080 }];
const hours = {
  timeZone: "Asia/Shanghai",
  week: [office, office, office, office, office, [], []],
  special: [],
};
const NOTHING = { ...hours, week: Array(7).fill([]) };
const EARLY_FRIDAY = new Date("2026-11-27T00:10:00Z");
const LATE_THURSDAY = new Date("2026-11-26T12:00:00Z");
const LATE_FRIDAY = new Date("2026-11-27T12:00:00Z");

it("nothing is said while people are there, or where the shop has not said", () => {
  expect(whenPeopleAreBack("en", hours, new Date("2026-11-27T02:00:00Z"))).toBeNull();
  expect(whenPeopleAreBack("en", null, LATE_FRIDAY)).toBeNull();
});

it("today, tomorrow, a later day and never, with the shop's zone", () => {
  expect(whenPeopleAreBack("en", hours, LATE_FRIDAY)?.at).toEqual(new Date("2026-11-30T01:00:00Z"));
  expect(whenPeopleAreBack("en", hours, EARLY_FRIDAY)?.text).toContain("back today at 09:00 (GMT+8).");
  expect(whenPeopleAreBack("en", hours, LATE_THURSDAY)?.text).toContain("back tomorrow at 09:00 (GMT+8).");
  expect(whenPeopleAreBack("en", hours, LATE_FRIDAY)?.text).toMatch(
    /back on Monday, November 30 at 09:00 \(GMT\+8\)\./,
  );
  expect(whenPeopleAreBack("en", NOTHING, LATE_FRIDAY)?.text).toContain("may take a while");
});

it("in the customer's language", () => {
  expect(whenPeopleAreBack("es", hours, LATE_FRIDAY)?.text).toContain(
    "volvemos el lunes, 30 de noviembre a las 09:00 (GMT+8)",
  );
  expect(whenPeopleAreBack("zh", hours, LATE_FRIDAY)?.text).toContain(
    "同事11月30日星期一 09:00（GMT+8）上班后回复您",
  );
});
