import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner, type TestShop } from "../catalog/test-shop";
import type { ListOrdersInput } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { upsertCustomers } = await import("../customers/upsert-customers");
const { listOrders } = await import("./queries");
const { upsertOrders } = await import("./upsert-orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let customerId: string;
beforeAll(async () => {
  shop = await createTestShop(sql, { timeZone: "America/New_York" });
  const customers = await upsertCustomers(shop.ctx, {
    items: [{ externalId: "ana", email: "Ana@Example.com" }],
  });
  customerId = customers.results[0]!.id!;
  // 40 orders at four instants: ten of each stand at the same one.
  const items = Array.from({ length: 40 }, (_, at) => ({
    externalId: `o${at}`,
    number: `A_${at}`,
    status: at % 2 ? ("paid" as const) : ("pending" as const),
    placedAt: `2026-03-0${7 + (at % 4 > 1 ? 1 : 0)}T${at % 2 ? "23" : "04"}:30:00Z`,
    ...(at === 3 ? { customer: { externalId: "ana" } } : {}),
    ...(at === 5 ? { email: "guest@example.com" } : {}),
    lines: Array.from({ length: 1 + (at % 3) }, () => ({ quantity: 1, unitPrice: cny(100) })),
  }));
  await upsertOrders(shop.ctx, { items });
});

async function walk(input: ListOrdersInput): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOrders(shop.ctx, { ...input, ...(cursor ? { cursor } : {}) });
    seen.push(...page.data.map((order) => `${order.placedAt} ${order.id}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

describe("listOrders", () => {
  it.each([
    ["newest", 7],
    ["newest", 10],
    ["oldest", 3],
  ] as const)("walks every order exactly once, %s first, %d at a time", async (sort, limit) => {
    const seen = await walk({ sort, limit });
    expect(new Set(seen).size).toBe(40);
    expect(seen).toHaveLength(40);
    const sorted = seen.toSorted();
    expect(seen).toEqual(sort === "oldest" ? sorted : sorted.reverse());
  });

  it("gives each order its own lines", async () => {
    const { data } = await listOrders(shop.ctx, { limit: 200 });
    for (const order of data) expect(order.lines).toHaveLength(1 + (Number(order.externalId.slice(1)) % 3));
  });

  it("filters by status, customer, number and e-mail", async () => {
    const find = async (input: ListOrdersInput) =>
      (await listOrders(shop.ctx, { limit: 200, ...input })).data.map((order) => order.externalId);
    expect(await find({ status: "paid" })).toHaveLength(20);
    expect(await find({ customerId })).toEqual(["o3"]);
    expect((await find({ q: "a_3" })).length).toBe(11);
    // Punctuation does not count in numbers, and a wildcard is punctuation.
    expect((await find({ q: "a%3" })).length).toBe(11);
    expect(await find({ q: "%" })).toEqual([]);
    expect(await find({ q: "ana@example.com" })).toEqual(["o3"]);
    expect(await find({ q: "guest@" })).toEqual(["o5"]);
  });

  it("reads days in the shop's time zone, also when the clocks change", async () => {
    // New York goes from UTC−5 to UTC−4 on 8 March 2026: that day is 05:00Z to 04:00Z of the 9th.
    const count = async (input: ListOrdersInput) => (await walk({ limit: 200, ...input })).length;
    expect(await count({ from: "2026-03-08", to: "2026-03-08" })).toBe(10);
    expect(await count({ from: "2026-03-07", to: "2026-03-07" })).toBe(20);
    expect(await count({ from: "2026-03-06", to: "2026-03-06" })).toBe(10);
    expect(await count({ from: "2026-03-08T04:30:00Z", to: "2026-03-08T23:30:00Z" })).toBe(10);
    await expect(count({ from: "yesterday" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
