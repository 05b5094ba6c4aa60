import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner, type TestShop } from "../catalog/test-shop";
import { orderDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { upsertCustomers } = await import("../customers/upsert-customers");
const { upsertProducts } = await import("../catalog/upsert-products");
const { getOrder, listOrders } = await import("./queries");
const { upsertOrders } = await import("./upsert-orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop(sql);
  await upsertProducts(shop.ctx, {
    items: ["tea", "cup"].map((externalId) => ({ externalId, name: { en: externalId }, price: cny(100) })),
  });
  await upsertCustomers(shop.ctx, { items: [{ externalId: "li", name: "Li", email: "li@example.com" }] });
});

function order(externalId: string, over: object = {}) {
  return {
    externalId,
    number: `ZG-${externalId}`,
    customer: { externalId: "li" },
    status: "paid" as const,
    placedAt: "2026-03-01T10:00:00+08:00",
    lines: [
      { product: { externalId: "tea" }, quantity: 3, unitPrice: cny(100), discount: cny(50) },
      { product: { externalId: "cup" }, quantity: 1, unitPrice: cny(200), total: cny(200) },
    ],
    discount: cny(20),
    shipping: cny(10),
    ...over,
  };
}

async function upsertOne(over: object, externalId = "x") {
  return (await upsertOrders(shop.ctx, { items: [order(externalId, over)] })).results[0]!;
}

describe("upsertOrders", () => {
  it("computes totals, keeps the document's shape and repeats as unchanged", async () => {
    const shipments = [
      {
        carrier: "SF",
        trackingNumber: "SF1",
        status: "in_transit" as const,
        shippedAt: "2026-03-02T00:00:00Z",
      },
    ];
    const returns = [
      {
        externalId: "r1",
        status: "refunded" as const,
        returnedAt: "2026-03-09T00:00:00Z",
        refund: cny(100),
        lines: [{ product: { externalId: "tea" }, quantity: 1, amount: cny(100) }],
      },
    ];
    const full = { total: cny(440), shipments, returns };
    const created = await upsertOne(full, "o1");
    expect(created.status).toBe("created");
    const stored = await getOrder(shop.ctx, { id: created.id! });
    expect(orderDto.parse(stored)).toEqual(stored);
    expect(stored).toMatchObject({
      number: "ZG-o1",
      placedAt: "2026-03-01T02:00:00.000Z",
      total: cny(440),
      baseTotalMinor: 440,
      lines: [{ total: cny(250) }, { total: cny(200) }],
      shipments: [{ externalId: "SF1", shippedAt: "2026-03-02T00:00:00.000Z", expectedAt: null }],
      returns: [{ refund: cny(100), lines: [{ quantity: 1, amount: cny(100) }] }],
    });
    expect((await upsertOne(full, "o1")).status).toBe("unchanged");
    const lineIds = stored.lines.map((line) => line.id);
    const shipped = await upsertOne({ ...full, shipments: [{ ...shipments[0], status: "delivered" }] }, "o1");
    expect(shipped).toMatchObject({ status: "updated", id: created.id });
    const oneLine = { lines: [order("o1").lines[0]], total: cny(240) };
    expect((await upsertOne(oneLine, "o1")).status).toBe("updated");
    const after = await getOrder(shop.ctx, { id: created.id! });
    expect(after.lines.map((line) => line.id)).toEqual(lineIds.slice(0, 1));
    expect(after.shipments).toMatchObject([{ status: "delivered" }]);
    expect(after.returns).toHaveLength(1);
  });

  it("keeps the address that an update leaves out, clears it with null, and takes no wrong one", async () => {
    const shippingAddress = { recipient: "Li", lines: ["1 Main St"], city: "Austin", country: "US" };
    const { id } = await upsertOne({ shippingAddress }, "addressed");
    const stored = async () => (await getOrder(shop.ctx, { id: id! })).shippingAddress;
    expect(await stored()).toEqual(shippingAddress);
    expect((await upsertOne({ shippingAddress }, "addressed")).status).toBe("unchanged");
    expect((await upsertOne({}, "addressed")).status).toBe("unchanged");
    expect(await stored()).toEqual(shippingAddress);
    const wrong = { ...shippingAddress, country: "ES", postalCode: "99999" };
    const rejected = await upsertOne({ shippingAddress: wrong }, "addressed");
    expect(rejected.error).toMatchObject({ code: "invalid_item", path: "shippingAddress.postalCode" });
    expect((await upsertOne({ shippingAddress: null }, "addressed")).status).toBe("updated");
    expect(await stored()).toBeUndefined();
  });

  it("rejects totals that do not add up, and says what was expected", async () => {
    const wrong = await upsertOne({ total: cny(441) });
    expect(wrong.error).toMatchObject({ code: "total_mismatch", path: "total" });
    expect(wrong.error!.message).toContain("440");
    const line = await upsertOne({ lines: [{ quantity: 2, unitPrice: cny(5), total: cny(11) }] });
    expect(line.error).toMatchObject({ code: "total_mismatch", path: "lines.0.total" });
    const negative = await upsertOne({ discount: cny(100_000) });
    expect(negative.error?.code).toBe("total_mismatch");
    expect((await listOrders(shop.ctx, { q: "ZG-x" })).data).toEqual([]);
  });

  it("needs one currency within an order, and a rate where it is not the shop's", async () => {
    const usd = (amountMinor: number) => ({ amountMinor, currency: "USD" });
    const lines = [{ quantity: 1, unitPrice: usd(1005) }];
    const foreign = { lines, discount: undefined, shipping: undefined };
    expect((await upsertOne({ lines })).error).toMatchObject({ code: "currency_mismatch", path: "discount" });
    expect((await upsertOne(foreign)).error).toMatchObject({ code: "currency_mismatch", path: "fxRate" });
    expect((await upsertOne({ fxRate: 7.1 })).error?.code).toBe("currency_mismatch");
    const created = await upsertOne({ ...foreign, fxRate: 7.1 }, "usd");
    expect(await getOrder(shop.ctx, { id: created.id! })).toMatchObject({
      total: usd(1005),
      baseTotalMinor: 7136,
      fxRate: 7.1,
    });
    expect((await upsertOne(foreign, "usd")).status).toBe("unchanged");
  });

  it("rejects unknown references and another order's return; the rest of the batch goes in", async () => {
    const other = await createTestShop(sql);
    const [theirs] = (
      await upsertProducts(other.ctx, { items: [{ externalId: "tea2", name: { en: "t" }, price: cny(1) }] })
    ).results;
    const returned = {
      externalId: "shared",
      status: "requested",
      returnedAt: "2026-03-03T00:00:00Z",
      refund: cny(1),
    };
    const line = { quantity: 1, unitPrice: cny(1) };
    const answer = await upsertOrders(shop.ctx, {
      items: [
        order("a", { customer: { externalId: "nobody" } }),
        order("b", { lines: [{ ...line, productId: theirs!.id }] }),
        order("c", { returns: [returned] }),
        order("d", { returns: [returned] }),
        order("e", { lines: [] }),
        order("f", { placedAt: "2026-03-01" }),
        order("c"),
      ],
    });
    expect(answer.results.map((result) => result.error?.code ?? result.status)).toEqual([
      "reference_not_found",
      "reference_not_found",
      "created",
      "conflict",
      "invalid_item",
      "invalid_item",
      "duplicate_in_batch",
    ]);
    const [stored] = (await listOrders(shop.ctx, { q: "zg-c" })).data;
    await expect(getOrder(other.ctx, { id: stored!.id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listOrders(other.ctx)).data).toEqual([]);
  });

  it("follows the permission table", async () => {
    for (const role of ["viewer", "agent"] as const) {
      await expect(upsertOrders(shop.asRole(role), { items: [order("z")] })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(listOrders(shop.asRole(role))).resolves.toBeDefined();
    }
    const visitor = shop.as({ type: "customer", visitorId: "v", customerId: null });
    await expect(listOrders(visitor)).rejects.toMatchObject({ code: "forbidden" });
  });
});
