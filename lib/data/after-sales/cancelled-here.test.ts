import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale } from "@/test/support/sale-shop";
import { cny, openOwner } from "../catalog/test-shop";

const { ownerUrl } = await useTestDatabase();
const { cancelOrder } = await import(".");
const { upsertOrders } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

/** What the merchant's own system says of an order, and how it then stands here. */
async function say(externalId: string, status: "pending" | "paid" | "shipped" | "cancelled") {
  const items = [
    {
      ...{ externalId, status, placedAt: "2026-03-18T10:00:00Z" },
      lines: [{ product: { externalId: "mug" }, quantity: 1, unitPrice: cny(3_000) }],
    },
  ];
  const id = (await upsertOrders(sale.ctx, { items })).results[0]!.id!;
  return { id, status: await sale.orderStatus(id) };
}
const cancelHere = (orderId: string) => cancelOrder(sale.ctx, { orderId, requestKey: newId() });

it("an order that was cancelled here is not revived by a system that has not heard of it", async () => {
  const { id } = await say("late-news", "paid");
  await cancelHere(id);
  expect((await say("late-news", "paid")).status).toBe("cancelled");
  expect((await say("late-news", "pending")).status).toBe("cancelled");
});

it("an order that left after all has left", async () => {
  const { id } = await say("left", "paid");
  await cancelHere(id);
  expect((await say("left", "shipped")).status).toBe("shipped");
  expect((await say("left", "paid")).status).toBe("paid");
});

it("what the merchant's system cancelled it may take back", async () => {
  await say("theirs", "cancelled");
  expect((await say("theirs", "paid")).status).toBe("paid");
});
