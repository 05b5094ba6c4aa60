import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner, type TestShop } from "../catalog/test-shop";
import { customerDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { upsertOrders } = await import("../orders/upsert-orders");
const { listRecentOrders } = await import("../orders/find-orders");
const { recordEvents } = await import("../events/record-events");
const { listCustomerTimeline } = await import("./list-customer-timeline");
const { mergeCustomers } = await import("./merge-customers");
const { getCustomer, listCustomers } = await import("./queries");
const { getCustomerSummary } = await import("./summarize-customers");
const { upsertCustomers } = await import("./upsert-customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let ids: Record<string, string>;
beforeEach(async () => {
  shop = await createTestShop(sql, { now: new Date("2026-04-01T00:00:00Z") });
  const people = [
    { externalId: "ana", name: "Ana García", email: "ana@example.com", country: "ES", locale: "es" },
    { externalId: "ana-2", phone: "+34 600 123 456", email: "ana.work@example.com" },
    { externalId: "li", name: "李雷", locale: "zh-CN", country: "CN" },
  ];
  const { results } = await upsertCustomers(shop.ctx, { items: people });
  ids = Object.fromEntries(people.map((person, at) => [person.externalId, results[at]!.id!]));
  const order = (externalId: string, customer: string, placedAt: string, over: object = {}) => ({
    externalId,
    customer: { externalId: customer },
    status: "delivered" as const,
    placedAt,
    lines: [{ quantity: 1, unitPrice: cny(1000) }],
    ...over,
  });
  const answer = await upsertOrders(shop.ctx, {
    items: [
      order("1", "ana", "2026-03-01T00:00:00Z", {
        shipments: [
          { carrier: "SEUR", trackingNumber: "S1", status: "in_transit", shippedAt: "2026-03-02T00:00:00Z" },
        ],
        returns: [
          { externalId: "r", status: "refunded", returnedAt: "2026-03-05T00:00:00Z", refund: cny(300) },
        ],
      }),
      order("2", "ana-2", "2026-03-03T00:00:00Z"),
      order("3", "ana", "2026-03-04T00:00:00Z", { status: "cancelled" }),
      order("4", "li", "2026-03-04T00:00:00Z"),
    ],
  });
  expect(answer.results.map((result) => result.status)).toEqual(Array(4).fill("created"));
  const event = (id: string, occurredAt: string) => ({ id, type: "view", customerId: ids.ana!, occurredAt });
  await recordEvents(shop.ctx, {
    events: [
      event("e1", "2026-03-02T00:00:00Z"),
      event("e2", "2026-03-02T00:00:00Z"),
      event("e3", "2026-03-06T00:00:00Z"),
    ],
  });
});

async function walkTimeline(customerId: string, limit: number) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await listCustomerTimeline(shop.ctx, { customerId, limit, ...(cursor ? { cursor } : {}) });
    items.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

describe("customers", () => {
  it("are found by name, e-mail, digits of the phone number and external id", async () => {
    const find = async (input: object) =>
      (await listCustomers(shop.ctx, input)).data.map((customer) => customer.externalId).sort();
    expect(await find({ q: "garcía" })).toEqual(["ana"]);
    expect(await find({ q: "ANA.WORK" })).toEqual(["ana-2"]);
    expect(await find({ q: "600-12 34" })).toEqual(["ana-2"]);
    expect(await find({ q: "雷" })).toEqual(["li"]);
    expect(await find({ q: "ana" })).toEqual(["ana", "ana-2"]);
    expect(await find({ q: "_" })).toEqual([]);
    expect(await find({ country: "CN", locale: "zh-CN" })).toEqual(["li"]);
    const { data } = await listCustomers(shop.ctx);
    for (const customer of data) expect(customerDto.parse(customer)).toEqual(customer);
  });

  it("are walked once each though they were made at one instant", async () => {
    const items = Array.from({ length: 25 }, (_, at) => ({ externalId: `n${at}` }));
    await upsertCustomers(shop.ctx, { items });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listCustomers(shop.ctx, { limit: 4, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map((customer) => customer.id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(28);
    expect(new Set(seen).size).toBe(28);
  });

  it("keep what an update leaves out", async () => {
    const { results } = await upsertCustomers(shop.ctx, {
      items: [
        { externalId: "ana", phone: "600 000 000" },
        { externalId: "li", name: null },
        { externalId: "ana-2" },
      ],
    });
    expect(results.map((result) => result.status)).toEqual(["updated", "updated", "unchanged"]);
    expect(await getCustomer(shop.ctx, { id: ids.ana! })).toMatchObject({
      name: "Ana García",
      phone: "600 000 000",
    });
    expect(await getCustomer(shop.ctx, { id: ids.li! })).not.toHaveProperty("name");
  });
});

describe("timeline and summary", () => {
  it.each([1, 2, 50])("shows everything once, newest first, %d at a time", async (limit) => {
    const items = await walkTimeline(ids.ana!, limit);
    expect(items.map((item) => `${item.at.slice(5, 10)} ${item.kind}`)).toEqual([
      "03-06 event",
      "03-05 return",
      "03-04 order",
      "03-02 shipment",
      "03-02 event",
      "03-02 event",
      "03-01 order",
    ]);
    expect(new Set(items.map((item) => item.key)).size).toBe(7);
    expect(items[1]).toMatchObject({ amount: cny(300), status: "refunded", orderNumber: "1" });
  });

  it("counts as the overview does", async () => {
    expect(await getCustomerSummary(shop.ctx, { id: ids.ana! })).toEqual({
      customerId: ids.ana,
      orders: 1,
      revenue: cny(700),
      refunds: cny(300),
      firstOrderAt: "2026-03-01T00:00:00.000Z",
      lastOrderAt: "2026-03-01T00:00:00.000Z",
    });
    const other = await createTestShop(sql);
    await expect(getCustomerSummary(other.ctx, { id: ids.ana! })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(walkTimeline(other.merchantId, 5)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("mergeCustomers", () => {
  it("moves everything, keeps the old id and external id working, and says so in the log", async () => {
    const merged = await mergeCustomers(shop.ctx, {
      from: { externalId: "ana" },
      into: { id: ids["ana-2"]! },
    });
    expect(merged).toMatchObject({
      mergedId: ids.ana,
      moved: { orders: 2, returns: 1, conversations: 0, events: 3 },
      customer: { id: ids["ana-2"], name: "Ana García", email: "ana.work@example.com", country: "ES" },
    });
    expect(await getCustomer(shop.ctx, { id: ids.ana! })).toMatchObject({ id: ids["ana-2"] });
    expect(await walkTimeline(ids.ana!, 50)).toHaveLength(8);
    expect(await listRecentOrders(shop.ctx, { customerId: ids.ana! })).toHaveLength(3);
    const listed = (await listCustomers(shop.ctx)).data.map((customer) => customer.externalId);
    expect(listed.sort()).toEqual(["ana-2", "li"]);
    const again = await upsertCustomers(shop.ctx, {
      items: [
        { externalId: "ana", city: "Madrid" },
        { externalId: "ana-2", city: "Sevilla" },
      ],
    });
    expect(again.results).toMatchObject([
      { status: "updated", id: ids["ana-2"] },
      { status: "rejected", error: { code: "duplicate_in_batch" } },
    ]);
    // A chain of merges ends at the last one.
    await mergeCustomers(shop.ctx, { from: { id: ids.ana! }, into: { externalId: "li" } });
    expect(await getCustomer(shop.ctx, { id: ids.ana! })).toMatchObject({ id: ids.li });
    const log =
      await sql`SELECT action FROM audit_log WHERE merchant_id = ${shop.merchantId} AND action = 'customer.merged'`;
    expect(log).toHaveLength(2);
  });

  it("refuses strangers, itself, and viewers", async () => {
    const other = await createTestShop(sql);
    const [theirs] = (await upsertCustomers(other.ctx, { items: [{ externalId: "x" }] })).results;
    const merge = (from: object, into: object, ctx = shop.ctx) =>
      mergeCustomers(ctx, { from: from as never, into: into as never });
    await expect(merge({ id: ids.ana }, { id: theirs!.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(merge({ id: ids.ana }, { externalId: "ana" })).rejects.toMatchObject({ code: "conflict" });
    await expect(merge({ id: ids.ana }, { id: ids.li }, shop.asRole("viewer"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
