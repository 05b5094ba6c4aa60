import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson } from "@/test/support/people";
import type { SetBusinessHoursInput } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { getBusinessHours, setBusinessHours } = await import(".");
const { updateShop } = await import("@/lib/platform/shop");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const office = [{ from: "09:00", to: "18:00" }];
const WEEK: SetBusinessHoursInput["week"] = [office, office, office, office, office, [], []];
const holiday = { name: "Spring Festival", from: "2026-02-16", to: "2026-02-23", periods: [] };

let shop: TestShop;
beforeEach(async () => {
  shop = await createTestShop(sql, { timeZone: "Asia/Shanghai" });
});
const at = (instant: string) => ({ ...shop.ctx, now: () => new Date(instant) });
const jobs = async () =>
  (await sql`SELECT name FROM jobs WHERE merchant_id = ${shop.merchantId} ORDER BY id`).map(
    ({ name }) => name,
  );

it("a shop that has not said counts as always open", async () => {
  expect(await getBusinessHours(shop.ctx)).toMatchObject({ isSet: false, isOpen: true, nextOpening: null });
});

it("hours are kept in order, recorded, and what is due is worked out anew", async () => {
  const broken = [
    { from: "14:00", to: "18:00" },
    { from: "09:00", to: "12:00" },
  ];
  const stored = await setBusinessHours(at("2026-02-13T11:00:00Z"), {
    week: [broken, ...WEEK.slice(1)],
    special: [holiday],
  });
  expect(stored.week[0]).toEqual(broken.toReversed());
  expect(stored).toMatchObject({ isSet: true, isOpen: false, special: [holiday] });
  // The Monday after the holidays is the first Tuesday that is worked.
  expect(stored.nextOpening).toBe("2026-02-24T01:00:00.000Z");
  expect(await getBusinessHours(at("2026-02-24T01:00:00Z"))).toMatchObject({ isOpen: true });
  const [entry] = await sql`SELECT action FROM audit_log WHERE merchant_id = ${shop.merchantId}`;
  expect(entry!.action).toBe("business_hours.updated");
  expect(await jobs()).toEqual(["refresh-deadlines"]);
});

it("a change of the shop's time zone moves the hours, and what is due with them", async () => {
  await setBusinessHours(shop.ctx, { week: WEEK, special: [] });
  const input = { name: "S", defaultLocale: "en" as const, timeZone: "Europe/Madrid" };
  await updateShop(shop.ctx, input);
  expect(await getBusinessHours(at("2026-11-27T16:00:00Z"))).toMatchObject({
    timeZone: "Europe/Madrid",
    isOpen: true,
  });
  await updateShop(shop.ctx, input);
  expect(await jobs()).toEqual(["refresh-deadlines", "refresh-deadlines"]);
});

describe("what cannot be", () => {
  const refused: [string, SetBusinessHoursInput, string][] = [
    ["six days", { week: WEEK.slice(1), special: [] }, "week"],
    ["a period that ends before it starts", week([{ from: "18:00", to: "09:00" }]), "week.0.0.to"],
    ["a time that no clock shows", week([{ from: "09:60", to: "18:00" }]), "week.0.0.from"],
    ["periods that overlap", week([...office, { from: "17:00", to: "19:00" }]), "week.0"],
    [
      "a day that is not in the calendar",
      special({ from: "2026-02-30", to: "2026-03-01" }),
      "special.0.from",
    ],
    ["a last day before the first", special({ from: "2026-03-02", to: "2026-03-01" }), "special.0.to"],
    ["a name that says nothing", special({ name: "  " }), "special.0.name"],
    ["a name that cannot be stored", special({ name: "a\u0000" }), "special.0.name"],
    [
      "days that are special twice",
      { week: WEEK, special: [holiday, { ...holiday, from: "2026-02-20" }] },
      "special.1.from",
    ],
  ];
  it.each(refused)("%s is refused", async (_, input, path) => {
    await expect(setBusinessHours(shop.ctx, input)).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path }],
    });
    expect((await getBusinessHours(shop.ctx)).isSet).toBe(false);
  });

  function week(monday: SetBusinessHoursInput["week"][number]): SetBusinessHoursInput {
    return { week: [monday, ...WEEK.slice(1)], special: [] };
  }
  function special(change: Partial<typeof holiday>): SetBusinessHoursInput {
    return { week: WEEK, special: [{ ...holiday, ...change }] };
  }
});

it("agents read the hours and do not set them; another shop's are its own", async () => {
  await setBusinessHours(shop.ctx, { week: WEEK, special: [] });
  const { ctx } = await addPerson(shop, "agent");
  expect((await getBusinessHours(ctx)).isSet).toBe(true);
  await expect(setBusinessHours(ctx, { week: WEEK, special: [] })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await createTestShop(sql);
  expect((await getBusinessHours(stranger.ctx)).isSet).toBe(false);
});
