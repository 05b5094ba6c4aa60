import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner, type TestShop } from "../catalog/test-shop";

const { ownerUrl } = await useTestDatabase();
const { upsertProducts } = await import("../catalog/upsert-products");
const { upsertCustomers } = await import("../customers/upsert-customers");
const { recordEvents } = await import("./record-events");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const now = new Date("2026-06-01T12:00:00Z");
let shop: TestShop;
let productId: string;
let customerId: string;
beforeAll(async () => {
  shop = await createTestShop(sql, { now });
  const product = { externalId: "tea", name: { en: "Tea" }, price: cny(1) };
  productId = (await upsertProducts(shop.ctx, { items: [product] })).results[0]!.id!;
  customerId = (await upsertCustomers(shop.ctx, { items: [{ externalId: "li" }] })).results[0]!.id!;
});

const view = (id: string, over: object = {}) => ({
  id,
  type: "view",
  anonymousId: "browser",
  occurredAt: "2026-06-01T11:00:00Z",
  ...over,
});

describe("recordEvents", () => {
  it("counts what was accepted and what was there before, in this batch or in an earlier one", async () => {
    const events = [view("a", { customerId, productId }), view("b", { type: "mascot_hug" }), view("a")];
    expect(await recordEvents(shop.ctx, { events })).toEqual({ accepted: 2, duplicates: 1, rejected: [] });
    const more = [view("b"), view("c")];
    expect(await recordEvents(shop.ctx, { events: more })).toEqual({
      accepted: 1,
      duplicates: 1,
      rejected: [],
    });
    const rows = await sql`SELECT id, type FROM events WHERE merchant_id = ${shop.merchantId} ORDER BY id`;
    expect(rows.map((row) => `${row.id} ${row.type}`)).toEqual(["a view", "b mascot_hug", "c view"]);
  });

  it("rejects what cannot be, each with its reason, and takes the rest", async () => {
    const other = await createTestShop(sql);
    const theirs = await upsertCustomers(other.ctx, { items: [{ externalId: "x" }] });
    const answer = await recordEvents(shop.ctx, {
      events: [
        view("1", { type: "Bad Type" }),
        view("2", { customerId: theirs.results[0]!.id }),
        view("3", { productId: "00000000-0000-7000-8000-000000000000" }),
        view("4", { occurredAt: "2026-06-01T12:05:01Z" }),
        view("5", { occurredAt: "2024-06-01T11:59:59Z" }),
        view("6", { anonymousId: undefined }),
        view("7", { occurredAt: "2026-06-01T12:04:59Z" }),
        view("8", { occurredAt: "2024-06-01T12:00:01Z" }),
      ],
    });
    expect(answer).toMatchObject({ accepted: 2, duplicates: 0 });
    expect(answer.rejected.map(({ index, code }) => `${index} ${code}`)).toEqual([
      "0 invalid_event",
      "1 unknown_customer",
      "2 unknown_product",
      "3 in_the_future",
      "4 too_old",
      "5 invalid_event",
    ]);
  });

  it("needs events:write and at most a thousand", async () => {
    await expect(recordEvents(shop.asRole("agent"), { events: [view("z")] })).rejects.toMatchObject({
      code: "forbidden",
    });
    const events = Array.from({ length: 1_001 }, (_, at) => view(`many${at}`));
    await expect(recordEvents(shop.ctx, { events })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await recordEvents(shop.ctx, { events: events.slice(1) })).toMatchObject({ accepted: 1_000 });
  });
});
