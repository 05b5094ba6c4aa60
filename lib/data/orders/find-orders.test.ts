import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner, type TestShop } from "../catalog/test-shop";

const { ownerUrl } = await useTestDatabase();
const { upsertCustomers } = await import("../customers/upsert-customers");
const { upsertProducts } = await import("../catalog/upsert-products");
const { findOrderByProof, findOrderForCustomer, listRecentOrders } = await import("./find-orders");
const { upsertOrders } = await import("./upsert-orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let li: string;
let wang: string;
const visitorOf = (customerId: string | null) => shop.as({ type: "customer", visitorId: "v", customerId });

beforeAll(async () => {
  shop = await createTestShop(sql);
  await upsertProducts(shop.ctx, {
    items: [{ externalId: "tea", name: { zh: "茶", en: "Tea" }, price: cny(100) }],
  });
  const { results } = await upsertCustomers(shop.ctx, {
    items: [
      { externalId: "li", name: "Li", email: "Li@Example.com", phone: "+86 138 0013 8000" },
      { externalId: "wang", email: "wang@example.com" },
    ],
  });
  [li, wang] = results.map((result) => result.id!) as [string, string];
  const line = { product: { externalId: "tea" }, quantity: 2, unitPrice: cny(100) };
  const order = (externalId: string, over: object) => ({
    externalId,
    status: "shipped" as const,
    placedAt: "2026-03-01T00:00:00Z",
    lines: [line],
    ...over,
  });
  await upsertOrders(shop.ctx, {
    items: [
      order("1", {
        number: "ZG1001",
        customerId: li,
        shipments: [
          { carrier: "SF", trackingNumber: "OLD", status: "delivered", shippedAt: "2026-03-02T00:00:00Z" },
          { carrier: "JD", trackingNumber: "NEW", status: "in_transit", shippedAt: "2026-03-04T00:00:00Z" },
        ],
      }),
      order("2", { number: "ZG 1002", customerId: li, placedAt: "2026-03-05T00:00:00Z" }),
      order("3", { number: "ZG1003", customerId: wang }),
      order("4", { number: "ZG1004", email: "guest@example.com", phone: "020-8765" }),
      order("5", { number: "ZG1005" }),
    ],
  });
});

describe("findOrderByProof", () => {
  const find = (number: string, proof: object) => findOrderByProof(visitorOf(null), { number, ...proof });

  it.each([
    ["zg 1001", { email: " li@EXAMPLE.com " }],
    ["#ZG1001", { phone: "13800138000" }],
    ["ｚｇ１００１", { phone: "0086-138-0013-8000" }],
    ["ZG1004", { email: "guest@example.com" }],
    ["ZG1004", { phone: "0208765" }],
    ["zg1003", { email: "wang@example.com", phone: "1" }],
  ])("gives the order %s for %o", async (number, proof) => {
    expect(await find(number, proof)).toMatchObject({ items: [{ name: { en: "Tea" }, quantity: 2 }] });
  });

  it.each([
    ["ZG1001", { email: "wang@example.com" }],
    ["ZG1003", { phone: "13800138000" }],
    ["ZG1001", { phone: "138000" }],
    ["ZG1001", { phone: "13800138001" }],
    ["ZG1004", { phone: "8765" }],
    ["ZG1004", { phone: "---", email: "x" }],
    ["ZG1005", { email: "li@example.com" }],
    ["ZG1005", { phone: "00000000" }],
    ["ZG999", { email: "li@example.com" }],
    ["ZG%", { email: "li@example.com" }],
    ["", { email: "" }],
  ])("gives nothing for %s and %o", async (number, proof) => {
    const answer = await find(number, proof).catch((error) => error.code);
    expect([null, "invalid_input"]).toContain(answer);
    if (number !== "") expect(answer).toBeNull();
  });

  it("does not look into other shops, and needs a proof", async () => {
    const other = await createTestShop(sql);
    const visitor = other.as({ type: "customer", visitorId: "v", customerId: null });
    expect(await findOrderByProof(visitor, { number: "ZG1001", email: "li@example.com" })).toBeNull();
    await expect(find("ZG1001", {})).rejects.toMatchObject({ code: "invalid_input" });
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["products:read"] });
    await expect(findOrderByProof(key, { number: "ZG1001", email: "li@example.com" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a customer's own orders", () => {
  it("are found by number, however it is written, and only theirs", async () => {
    for (const number of ["zg1002", "ZG 1002", " z g1002"])
      expect(await findOrderForCustomer(visitorOf(li), { customerId: li, number })).toMatchObject({
        number: "ZG 1002",
      });
    expect(await findOrderForCustomer(visitorOf(li), { customerId: li, number: "ZG1003" })).toBeNull();
    const asOther = findOrderForCustomer(visitorOf(wang), { customerId: li, number: "ZG1001" });
    await expect(asOther).rejects.toMatchObject({ code: "forbidden" });
    const asNobody = listRecentOrders(visitorOf(null), { customerId: li });
    await expect(asNobody).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are listed newest first with the last shipment", async () => {
    const recent = await listRecentOrders(visitorOf(li), { customerId: li });
    expect(recent.map((order) => order.number)).toEqual(["ZG 1002", "ZG1001"]);
    expect(recent[0]).toMatchObject({ carrier: null, trackingNumber: null, shipmentStatus: null });
    expect(recent[1]).toMatchObject({ carrier: "JD", trackingNumber: "NEW", total: cny(200) });
    expect(await listRecentOrders(shop.asRole("agent"), { customerId: li, limit: 1 })).toHaveLength(1);
  });
});
