import { describe, expect, it } from "vitest";
import { toInternational } from "./international-phone";
import { judgeMatch, type Known } from "./judge-match";

const person = (
  name: string | null,
  contacts: Partial<Record<"email" | "phone", string>>,
  isGiven = true,
): Known => ({
  name,
  country: null,
  contacts: Object.entries(contacts).map(([kind, value]) => ({
    kind: kind as "email" | "phone",
    value,
    isGiven,
  })),
});
const judge = (one: Known, other: Known, country: string | null = "CN") => judgeMatch(one, other, country);

describe("two records", () => {
  it("with the same address of the shop's own are probably one person", () => {
    const match = judge(
      person("Li Na", { email: "Li.Na@Example.com " }),
      person("Li Na", { email: "li.na@example.com" }),
    );
    expect(match).toMatchObject({
      level: "probable",
      reasons: [{ kind: "email", strength: "strong" }],
      name: "agrees",
    });
  });

  it.each([
    ["+86 138 0013 8000", "13800138000"],
    ["0086-13800138000", "138-0013-8000"],
    ["8613800138000", "１３８００１３８０００"],
  ])("have one phone in %s and %s", (one, other) => {
    expect(judge(person(null, { phone: one }), person(null, { phone: other }))?.reasons).toEqual([
      { kind: "phone", strength: "strong" },
    ]);
  });

  it("whose numbers end alike in two countries are two persons, and unsure where no country is known", () => {
    const spanish = person(null, { phone: "+34 612 345 678" });
    expect(judge(spanish, person(null, { phone: "+52 55 1234 5678" }))).toBeNull();
    expect(judge(spanish, person(null, { phone: "+44 7612 345678" }))).toBeNull();
    expect(judge(spanish, person(null, { phone: "612 345 678" }), null)).toMatchObject({
      level: "possible",
      reasons: [{ kind: "phone", strength: "weak" }],
    });
  });

  it("are only possibly one where the address was typed, or differs after a plus", () => {
    const known = person(null, { email: "ana@example.com" });
    expect(judge(known, person(null, { email: "ana@example.com" }, false))?.level).toBe("possible");
    expect(judge(known, person(null, { email: "ana+shop@example.com" }))?.reasons).toEqual([
      { kind: "email", strength: "weak" },
    ]);
    expect(judge(known, person(null, { email: "a.na@example.com" }))).toBeNull();
  });

  it("are less probable with another name, as a family that shares a phone has", () => {
    const [ana, ben] = [
      person("Ana Ruiz", { phone: "+34612345678" }),
      person("Ben Sol", { phone: "+34612345678" }),
    ];
    expect(judge(ana, ben)).toMatchObject({ level: "possible", name: "differs" });
    expect(judge(ana, person("RUIZ, Ána María", { phone: "+34612345678" }))?.name).toBe("agrees");
    expect(judge(ana, person("安娜", { phone: "+34612345678" }))).toMatchObject({
      level: "probable",
      name: null,
    });
  });

  it("with nothing in common but the name are two", () => {
    expect(judge(person("Li Na", { email: "a@b.co" }), person("Li Na", { email: "c@d.co" }))).toBeNull();
  });
});

it.each([
  ["07911 123456", "GB", "447911123456"],
  ["(310) 555-1234", "US", "13105551234"],
  ["1 310 555 1234", "US", "13105551234"],
  ["612345678", "ES", "34612345678"],
  ["34612345678", "ES", "34612345678"],
  ["021 1234 5678", "CN", "862112345678"],
  ["06 1234 5678", "IT", "390612345678"],
  ["12345", "CN", null],
  ["612345678", null, null],
  ["+34 612 345 678", null, "34612345678"],
])("%s in %s is %s", (phone, country, expected) => {
  expect(toInternational(phone, country)).toBe(expected);
});
