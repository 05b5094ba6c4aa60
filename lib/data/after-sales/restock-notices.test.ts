import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale } from "@/test/support/sale-shop";
import { restockCheckDto, restockNoticeDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { checkRestock, closeRestockNotice, findDueRestock, listRestockNotices, subscribeRestock } =
  await import(".");
const { upsertProducts } = await import("../catalog");
const { mergeCustomers } = await import("../customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
let navy: string;
const setStock = (onHand: number, shop = sale, over = {}) =>
  upsertProducts(shop.ctx, {
    items: [
      {
        externalId: "navy",
        name: { en: "Navy" },
        price: cny(10_000),
        stock: { onHand, reserved: 1 },
        ...over,
      },
    ],
  });
beforeEach(async () => {
  sale = await createSale(sql);
  navy = sale.products.navy;
  await setStock(1);
});
const listed = async (status?: "waiting" | "due" | "sent" | "cancelled") =>
  (await listRestockNotices(sale.ctx, status ? { status } : {})).data.map(({ id }) => id);

describe("subscribeRestock", () => {
  it("remembers each person once for a product", async () => {
    const check = await checkRestock(sale.visitor(sale.li), { productId: navy });
    expect(restockCheckDto.parse(check)).toEqual({ isPossible: true, productId: navy });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => subscribeRestock(sale.visitor(sale.li), { productId: navy })),
    );
    expect(restockNoticeDto.parse(all[0])).toEqual(all[0]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all[0]).toMatchObject({ status: "waiting", customerId: sale.li });
    const mail = (email: string) => subscribeRestock(sale.visitor(null), { productId: navy, email });
    const first = await mail("Ana@example.com");
    expect((await mail("ana@EXAMPLE.com")).id).toBe(first.id);
    expect((await mail("eva@example.com")).id).not.toBe(first.id);
    const phone = await subscribeRestock(sale.visitor(null), { productId: navy, phone: "+34 600 111 222" });
    const digits = await subscribeRestock(sale.visitor(null), { productId: navy, phone: "34600111222" });
    expect(digits.id).toBe(phone.id);
    expect(await listed()).toHaveLength(4);
    expect(await sale.audited(navy)).toHaveLength(4);
  });

  it("is for what cannot be had, and for those who can be told", async () => {
    const there = subscribeRestock(sale.ctx, { productId: sale.products.mug }, { customerId: sale.li });
    await expect(there).rejects.toMatchObject({
      code: "not_possible",
      details: { reason: "in_stock", available: 50 },
    });
    for (const input of [
      { productId: navy },
      { productId: navy, email: "nobody" },
      { productId: navy, phone: "call" },
      { productId: "navy", email: "a@example.com" },
    ])
      await expect(subscribeRestock(sale.visitor(null), input)).rejects.toMatchObject({
        code: "invalid_input",
      });
    const other = await createSale(sql);
    for (const input of [{ productId: other.products.navy }, { productId: navy, conversationId: newId() }])
      await expect(subscribeRestock(sale.visitor(sale.li), input)).rejects.toMatchObject({
        code: "not_found",
      });
    const viewer = subscribeRestock(sale.asRole("viewer"), { productId: navy, email: "a@example.com" });
    await expect(viewer).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("is one person's once, also after two records of them became one", async () => {
  const { silk } = sale.products;
  await sql`UPDATE products SET on_hand = 0 WHERE merchant_id = ${sale.merchantId}`;
  const wait = (customerId: string, productId: string) =>
    subscribeRestock(sale.ctx, { productId }, { customerId });
  const kept = await wait(sale.li, navy);
  await wait(sale.wang, navy);
  const moved = await wait(sale.wang, silk);
  await mergeCustomers(sale.ctx, { from: { id: sale.wang }, into: { id: sale.li } });
  expect((await wait(sale.li, navy)).id).toBe(kept.id);
  expect((await wait(sale.wang, silk)).id).toBe(moved.id);
  const { data } = await listRestockNotices(sale.ctx, { status: "waiting" });
  expect(data.map(({ id, customerId }) => [id, customerId])).toEqual([
    [kept.id, sale.li],
    [moved.id, sale.li],
  ]);
});

describe("when the product comes back", () => {
  it("notices become due, and are closed by whoever told them", async () => {
    const notice = await subscribeRestock(sale.visitor(sale.li), { productId: navy });
    expect(await findDueRestock(sale.ctx)).toBe(0);
    expect(await listed("waiting")).toEqual([notice.id]);
    await setStock(3, sale, { status: "archived" });
    expect(await findDueRestock(sale.ctx)).toBe(0);
    await setStock(3, sale, { status: "active" });
    expect(await findDueRestock(sale.ctx)).toBe(1);
    expect(await listed("due")).toEqual([notice.id]);
    expect(await findDueRestock(sale.ctx)).toBe(0);
    const agent = sale.asRole("agent");
    const sent = await closeRestockNotice(agent, { id: notice.id, status: "sent" });
    expect(sent).toMatchObject({ status: "sent", dueAt: expect.any(String), closedAt: expect.any(String) });
    expect(await closeRestockNotice(agent, { id: notice.id, status: "sent" })).toEqual(sent);
    const undo = closeRestockNotice(agent, { id: notice.id, status: "cancelled" });
    await expect(undo).rejects.toMatchObject({ code: "conflict" });
    // Gone again, the same person can wait again.
    await setStock(0);
    expect((await subscribeRestock(sale.visitor(sale.li), { productId: navy })).id).not.toBe(notice.id);
  });

  it("nothing has been sent that was not due, and nobody closes without the right", async () => {
    const { id } = await subscribeRestock(sale.visitor(sale.li), { productId: navy });
    const early = closeRestockNotice(sale.ctx, { id, status: "sent" });
    await expect(early).rejects.toMatchObject({ code: "conflict" });
    const other = await createSale(sql);
    const foreign = closeRestockNotice(other.ctx, { id, status: "cancelled" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    for (const ctx of [sale.asRole("viewer"), sale.visitor(sale.li)]) {
      const attempt = closeRestockNotice(ctx, { id, status: "cancelled" });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["orders:service"] });
    await expect(listRestockNotices(key)).rejects.toMatchObject({ code: "forbidden" });
    expect(await closeRestockNotice(key, { id, status: "cancelled" })).toMatchObject({ status: "cancelled" });
    await setStock(9);
    expect(await findDueRestock(sale.ctx)).toBe(0);
  });
});
