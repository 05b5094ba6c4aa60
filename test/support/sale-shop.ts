import type postgres from "postgres";
import { newId } from "@/lib/core/ids";
import { cny, createTestShop, type TestShop } from "@/lib/data/catalog/test-shop";

/** The clock of shops made here. */
export const TODAY = new Date("2026-03-20T04:00:00Z");

/** A shop with shirts in three colours, a mug and a category of underwear; Li and Wang buy there. */
export interface Sale extends TestShop {
  li: string;
  wang: string;
  products: Record<"white" | "navy" | "silk" | "mug" | "briefs", string>;
  underwear: string;
  /** Writes an order and returns its id. */
  sell(over?: object): Promise<string>;
  visitor(customerId: string | null): TestShop["ctx"];
  orderStatus(id: string): Promise<string>;
  audited(subjectId: string): Promise<string[]>;
}

/** Call it after `useTestDatabase`: the verbs connect to that database. */
export async function createSale(sql: postgres.Sql): Promise<Sale> {
  const { upsertCategories, upsertProducts } = await import("@/lib/data/catalog");
  const { upsertCustomers } = await import("@/lib/data/customers");
  const { upsertOrders } = await import("@/lib/data/orders");
  const shop = await createTestShop(sql, { now: TODAY });
  const categories = await upsertCategories(shop.ctx, {
    items: [
      { externalId: "underwear", name: { en: "Underwear" } },
      { externalId: "briefs", name: { en: "Briefs" }, parent: { externalId: "underwear" } },
    ],
  });
  const shirt = (externalId: string, price: number, onHand: number) => ({
    externalId,
    name: { en: `Shirt ${externalId}` },
    price: cny(price),
    stock: { onHand, reserved: 1 },
    variantGroup: "shirt",
    options: { colour: { en: externalId } },
  });
  const made = await upsertProducts(shop.ctx, {
    items: [
      shirt("white", 10_000, 6),
      shirt("navy", 10_000, 3),
      shirt("silk", 15_000, 3),
      { externalId: "mug", name: { en: "Mug" }, price: cny(3_000), stock: { onHand: 50 } },
      {
        externalId: "briefs",
        name: { en: "Briefs" },
        price: cny(2_000),
        stock: { onHand: 50 },
        categories: [{ externalId: "briefs" }],
      },
    ],
  });
  const people = await upsertCustomers(shop.ctx, {
    items: [{ externalId: "li", name: "Li", email: "li@example.com" }, { externalId: "wang" }],
  });
  const [white, navy, silk, mug, briefs] = made.results.map(({ id }) => id!) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [li, wang] = people.results.map(({ id }) => id!) as [string, string];
  return {
    ...shop,
    li,
    wang,
    products: { white, navy, silk, mug, briefs },
    underwear: categories.results[0]!.id!,
    async sell(over = {}) {
      const externalId = newId();
      const item = {
        externalId,
        number: `ZG-${externalId.slice(-6)}`,
        customerId: li,
        status: "paid" as const,
        placedAt: "2026-03-10T02:00:00Z",
        lines: [
          { productId: white, quantity: 2, unitPrice: cny(10_000) },
          { productId: mug, quantity: 1, unitPrice: cny(3_000) },
        ],
        shipping: cny(1_000),
        ...over,
      };
      const { results } = await upsertOrders(shop.ctx, { items: [item] });
      if (!results[0]?.id) throw new Error(JSON.stringify(results));
      return results[0].id;
    },
    visitor: (customerId) => shop.as({ type: "customer", visitorId: "v", customerId }),
    async orderStatus(id) {
      const [row] = await sql`SELECT status FROM orders WHERE id = ${id}`;
      return row!.status;
    },
    async audited(subjectId) {
      const rows = await sql`
        SELECT action FROM audit_log WHERE subject_id = ${subjectId} AND action NOT LIKE '%.upserted' ORDER BY created_at, id`;
      return rows.map(({ action }) => action);
    },
  };
}

const shipped = { carrier: "SF", trackingNumber: "SF1", shippedAt: "2026-03-11T00:00:00Z" };
export const PARCEL = {
  packed: { carrier: "SF", trackingNumber: "SF1", status: "pending" as const },
  inTransit: { ...shipped, status: "in_transit" as const, expectedAt: "2026-03-21T00:00:00Z" },
  delivered: { ...shipped, status: "delivered" as const, deliveredAt: "2026-03-13T10:00:00Z" },
};

export const delivered = (over: object = {}) => ({
  status: "delivered" as const,
  shipments: [PARCEL.delivered],
  ...over,
});
