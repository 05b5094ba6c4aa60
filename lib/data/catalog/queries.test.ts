import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { PRODUCT_SORTS } from "./schemas";
import { cny, createTestShop, openOwner, type TestShop } from "./test-shop";

const { ownerUrl } = await useTestDatabase();
const { listProducts } = await import("./queries");
const { upsertProducts } = await import("./upsert-products");
const sql = openOwner(ownerUrl);
let shop: TestShop;

beforeAll(async () => {
  shop = await createTestShop(sql, { now: new Date("2026-03-01T00:00:00Z") });
  // One batch: all 60 have the same createdAt, and prices and stocks repeat.
  const items = Array.from({ length: 60 }, (_, at) => ({
    externalId: `p${at}`,
    sku: `SKU_${String(at).padStart(2, "0")}`,
    name: at === 7 ? { zh: "100%纯棉" } : { en: `Product ${at}` },
    price: cny(at % 5),
    stock: { onHand: at % 10, reserved: 0 },
    ...(at < 30 ? { reorderPoint: 3 } : {}),
    status: at % 20 === 0 ? ("draft" as const) : ("active" as const),
  }));
  await upsertProducts(shop.ctx, { items });
});
afterAll(() => sql.end());

describe("listProducts", () => {
  it.each(PRODUCT_SORTS)("walks every product exactly once, sorted by %s", async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listProducts(shop.ctx, { limit: 7, sort, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map((product) => product.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  it("sorts", async () => {
    const prices = (await listProducts(shop.ctx, { sort: "-price", limit: 60 })).data.map(
      (product) => product.price.amountMinor,
    );
    expect(prices).toEqual(prices.toSorted((a, b) => b - a));
  });

  it("takes wildcards in a search for themselves and finds names in any language", async () => {
    const find = async (q: string) => (await listProducts(shop.ctx, { q })).data.map((p) => p.externalId);
    expect(await find("100%")).toEqual(["p7"]);
    expect(await find("纯棉")).toEqual(["p7"]);
    expect(await find("%")).toEqual(["p7"]);
    expect(await find("product 12")).toEqual(["p12"]);
    expect(await find("sku_1")).toHaveLength(10);
    expect(await find("\\")).toEqual([]);
  });

  it("filters by stock and status", async () => {
    const low = await listProducts(shop.ctx, { stock: "low", limit: 100 });
    expect(low.data.every((p) => p.stock.onHand <= 3 && p.reorderPoint === 3)).toBe(true);
    expect(low.data).toHaveLength(12);
    expect((await listProducts(shop.ctx, { stock: "out", limit: 100 })).data).toHaveLength(6);
    expect((await listProducts(shop.ctx, { status: "draft" })).data).toHaveLength(3);
  });

  it("refuses a cursor of another sort and one that is none", async () => {
    const { nextCursor } = await listProducts(shop.ctx, { limit: 5, sort: "sku" });
    for (const cursor of [nextCursor!, "x"])
      await expect(listProducts(shop.ctx, { sort: "newest", cursor })).rejects.toMatchObject({
        code: "invalid_input",
      });
  });
});
