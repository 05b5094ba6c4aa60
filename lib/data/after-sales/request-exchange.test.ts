import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, PARCEL, type Sale } from "@/test/support/sale-shop";
import { exchangeCheckDto, orderRequestDto, refundStatusDto, requestedExchangeDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const {
  cancelOrder,
  checkExchange,
  getRefundStatus,
  listOrderRequests,
  requestExchange,
  requestReturn,
  settleOrderRequest,
  updateServicePolicy,
} = await import(".");
const { lookUpStock, upsertProducts } = await import("../catalog");
const { getOrder } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const unworn = { reason: "wrong_size" as const, isOpened: false };

/** An order of two white shirts and a mug that has arrived. */
async function sold(sale: Sale, over: object = {}) {
  const orderId = await sale.sell(delivered(over));
  const [shirt, mug] = (await getOrder(sale.ctx, { id: orderId })).lines.map(({ id }) => id);
  const swap = (productId: string, quantity = 1, lineId = shirt!) => ({ productId, quantity, lineId });
  const ask = (lines: object[], more: object = {}) =>
    requestExchange(sale.ctx, { orderId, requestKey: newId(), ...unworn, lines, ...more } as never);
  return { orderId, shirt: shirt!, mug: mug!, swap, ask };
}

describe("requestExchange", () => {
  it("promises another variant and says what the difference is", async () => {
    const sale = await createSale(sql);
    const { navy, silk, white } = sale.products;
    const { orderId, shirt, swap, ask } = await sold(sale);
    const check = await checkExchange(sale.visitor(sale.li), { orderId, ...unworn, lines: [swap(navy)] });
    expect(exchangeCheckDto.parse(check)).toEqual(check);
    expect(check).toMatchObject({ isPossible: true, refund: null, due: null, freightPaidBy: "customer" });
    expect((await getOrder(sale.ctx, { id: orderId })).returns).toEqual([]);

    const done = await ask([swap(silk, 2)]);
    expect(requestedExchangeDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({
      status: "open",
      due: cny(10_000),
      refund: null,
      details: {
        reason: "wrong_size",
        lines: [
          { lineId: shirt, quantity: 2, fromProductId: white, toProductId: silk, difference: cny(10_000) },
        ],
        label: { rmaNumber: expect.stringMatching(/^RMA-/), carrier: "SF" },
      },
    });
    expect((await getOrder(sale.ctx, { id: orderId })).returns).toMatchObject([
      { status: "requested", refund: cny(0), lines: [{ productId: white, quantity: 2 }] },
    ]);
    expect(await sale.audited(orderId)).toEqual(["order.exchange_requested"]);
    // Both are promised: three on hand, one reserved, none left, until the exchange has ended.
    expect(await lookUpStock(sale.ctx, { productId: silk })).toMatchObject({ available: 0 });
    const other = await sold(sale);
    await expect(other.ask([other.swap(silk)])).rejects.toMatchObject({
      details: { reason: "out_of_stock", productId: silk, available: 0 },
    });
    await settleOrderRequest(sale.ctx, { id: done.id, status: "rejected" });
    expect(await lookUpStock(sale.ctx, { productId: silk })).toMatchObject({ available: 2 });
    await other.ask([other.swap(silk)]);
  });

  it("gives back what the cheaper one costs less, and never more than was paid", async () => {
    const sale = await createSale(sql);
    const { silk, navy } = sale.products;
    const price = (amount: number) => [{ productId: silk, quantity: 1, unitPrice: cny(amount) }];
    const dear = await sold(sale, { lines: price(15_000) });
    expect(await dear.ask([dear.swap(navy)])).toMatchObject({ refund: cny(5_000), due: null });
    const gift = await sold(sale, { lines: price(2_000) });
    expect(await gift.ask([gift.swap(navy)])).toMatchObject({ refund: cny(2_000), due: null });
  });

  it("replaces what is faulty by the same again, at the shop's cost", async () => {
    const sale = await createSale(sql);
    const { orderId, swap, ask } = await sold(sale);
    const same = [swap(sale.products.white)];
    await expect(ask(same)).rejects.toMatchObject({ details: { reason: "nothing_changes" } });
    const check = await checkExchange(sale.ctx, { orderId, reason: "damaged", lines: same });
    expect(check).toMatchObject({ isPossible: true, freightPaidBy: "shop" });
    expect(await ask(same, { reason: "damaged", isOpened: true })).toMatchObject({ due: null, refund: null });
  });

  it("never promises one piece twice", async () => {
    const sale = await createSale(sql);
    const { silk } = sale.products;
    const orders = await Promise.all(Array.from({ length: 5 }, () => sold(sale)));
    const asked = await Promise.allSettled(orders.map(({ ask, swap }) => ask([swap(silk)])));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    // Two lines of one order want the same product.
    const both = await sold(sale, {
      lines: [
        { productId: sale.products.white, quantity: 2, unitPrice: cny(10_000) },
        { productId: silk, quantity: 2, unitPrice: cny(15_000) },
      ],
    });
    const { navy } = sale.products;
    const lines = [both.swap(navy, 2), both.swap(navy, 1, both.mug)];
    await expect(both.ask(lines)).rejects.toMatchObject({
      details: { reason: "out_of_stock", available: 2 },
    });
  });

  it("refuses other products, other currencies with other prices, and what is late", async () => {
    const sale = await createSale(sql);
    const { mug, navy, silk, white } = sale.products;
    const { ask, swap, mug: mugLine } = await sold(sale);
    const refused = (reason: string, details: object = {}) => ({
      code: "not_possible",
      details: { reason, ...details },
    });
    await expect(ask([swap(mug)])).rejects.toMatchObject(refused("not_a_variant", { productId: mug }));
    await expect(ask([swap(newId())])).rejects.toMatchObject(refused("not_a_variant"));
    await expect(ask([swap(navy, 1, mugLine)])).rejects.toMatchObject(refused("not_a_variant"));
    await expect(ask([swap(navy, 3)])).rejects.toMatchObject(refused("quantity_exceeded", { available: 2 }));
    const usd = (amountMinor: number) => ({ amountMinor, currency: "USD" });
    const abroad = await sold(sale, {
      lines: [{ productId: white, quantity: 1, unitPrice: usd(1_490) }],
      shipping: usd(0),
      fxRate: 7,
    });
    await expect(abroad.ask([abroad.swap(silk)])).rejects.toMatchObject(refused("price_unknown"));
    expect(await abroad.ask([abroad.swap(navy)])).toMatchObject({ due: null, refund: null });
    await updateServicePolicy(sale.ctx, { exchangeWindowDays: 3 });
    await expect(ask([swap(navy)])).rejects.toMatchObject(refused("window_over", { windowDays: 3 }));
    await upsertProducts(sale.ctx, {
      items: [{ externalId: "navy", name: { en: "Navy" }, price: cny(10_000), status: "archived" }],
    });
    const gone = ask([swap(navy)], { reason: "damaged" });
    await expect(gone).rejects.toMatchObject(refused("not_a_variant"));
  });

  it("needs the permission, the person and the shop", async () => {
    const sale = await createSale(sql);
    const { orderId, swap } = await sold(sale);
    const input = { orderId, requestKey: newId(), ...unworn, lines: [swap(sale.products.navy)] };
    await expect(requestExchange(sale.asRole("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang), sale.visitor(null)])
      await expect(requestExchange(ctx, input)).rejects.toMatchObject({ code: "not_found" });
    // Another shop's product is no product here.
    const foreign = requestExchange(sale.ctx, { ...input, lines: [swap(other.products.navy)] });
    await expect(foreign).rejects.toMatchObject({ details: { reason: "not_a_variant" } });
    for (const lines of [[], [swap("x")], [swap(sale.products.navy), swap(sale.products.silk)]])
      await expect(requestExchange(sale.ctx, { ...input, lines })).rejects.toMatchObject({
        code: "invalid_input",
      });
  });
});

describe("lookUpStock", () => {
  it("says what can be had of a product and of its variants, to customers too, of one shop", async () => {
    const sale = await createSale(sql);
    const { white, navy, silk, mug } = sale.products;
    const found = await lookUpStock(sale.visitor(null), { productId: white });
    expect(found).toMatchObject({
      available: 5,
      price: cny(10_000),
      options: { colour: { en: "white" } },
      variants: [
        { productId: navy, available: 2 },
        { productId: silk, available: 2, price: cny(15_000) },
      ],
    });
    expect(await lookUpStock(sale.ctx, { productId: mug })).toMatchObject({ available: 50, variants: [] });
    await sql`UPDATE products SET on_hand = 1, reserved = 5 WHERE id = ${mug}`;
    expect(await lookUpStock(sale.ctx, { productId: mug })).toMatchObject({ available: 0 });
    const other = await createSale(sql);
    await expect(lookUpStock(other.ctx, { productId: white })).rejects.toMatchObject({ code: "not_found" });
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["orders:read"] });
    await expect(lookUpStock(key, { productId: white })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what people see of it", () => {
  it("is how far refunds are, and when the money should be there", async () => {
    const sale = await createSale(sql);
    const { orderId, shirt } = await sold(sale);
    const lines = [{ lineId: shirt, quantity: 1 }];
    const back = await requestReturn(sale.ctx, { orderId, requestKey: newId(), ...unworn, lines });
    const status = await getRefundStatus(sale.visitor(sale.li), { orderId });
    expect(refundStatusDto.parse(status)).toEqual(status);
    expect(status).toMatchObject({
      returns: [
        {
          id: back.details.returnId,
          kind: "refund",
          rmaNumber: back.details.label.rmaNumber,
          status: "requested",
          refund: cny(10_000),
          label: back.details.label,
          expectedBefore: null,
        },
      ],
      refunds: [],
      refundDays: 7,
    });
    await sql`UPDATE returns SET status = 'received', updated_at = '2026-03-18T02:00:00Z' WHERE order_id = ${orderId}`;
    const received = await getRefundStatus(sale.ctx, { orderId });
    expect(received.returns[0]).toMatchObject({
      status: "received",
      expectedBefore: "2026-03-25T16:00:00.000Z",
    });
    const paid = await sale.sell();
    const { id } = await cancelOrder(sale.ctx, { orderId: paid, requestKey: newId() });
    expect((await getRefundStatus(sale.ctx, { orderId: paid })).refunds).toMatchObject([
      {
        requestId: id,
        kind: "cancel",
        status: "open",
        refund: cny(24_000),
        expectedBefore: "2026-03-27T16:00:00.000Z",
      },
    ]);
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang)])
      await expect(getRefundStatus(ctx, { orderId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is a list of requests that they settle", async () => {
    const sale = await createSale(sql);
    const { orderId, shirt } = await sold(sale);
    const lines = [{ lineId: shirt, quantity: 1 }];
    const back = await requestReturn(sale.ctx, { orderId, requestKey: newId(), ...unworn, lines });
    const second = await sale.sell({ shipments: [PARCEL.packed] });
    await cancelOrder(sale.asRole("agent"), { orderId: second, requestKey: newId() });
    const { data } = await listOrderRequests(sale.asRole("viewer"), { status: "open" });
    expect(data.map((one) => orderRequestDto.parse(one))).toEqual(data);
    expect(data.map(({ kind, orderId, actor }) => [kind, orderId, actor.name])).toEqual([
      ["cancel", second, "agent"],
      ["return", orderId, "test"],
    ]);
    const firstPage = await listOrderRequests(sale.ctx, { limit: 1 });
    const nextPage = await listOrderRequests(sale.ctx, { limit: 1, cursor: firstPage.nextCursor! });
    expect([firstPage, nextPage].map((page) => page.data[0]!.kind)).toEqual(["cancel", "return"]);

    const done = await settleOrderRequest(sale.asRole("agent"), {
      id: back.id,
      status: "done",
      note: "paid",
    });
    expect(done).toMatchObject({ status: "done", note: "paid", closedBy: "agent" });
    expect((await getOrder(sale.ctx, { id: orderId })).returns).toMatchObject([{ status: "refunded" }]);
    expect(await settleOrderRequest(sale.ctx, { id: back.id, status: "done" })).toEqual(done);
    const other = settleOrderRequest(sale.ctx, { id: back.id, status: "rejected" });
    await expect(other).rejects.toMatchObject({ code: "conflict" });
    const cancelled = settleOrderRequest(sale.ctx, { id: data[0]!.id, status: "rejected" });
    await expect(cancelled).rejects.toMatchObject({ code: "conflict" });
    expect((await listOrderRequests(sale.ctx, { status: "open", kind: "return" })).data).toEqual([]);

    const stranger = await createSale(sql);
    expect((await listOrderRequests(stranger.ctx)).data).toEqual([]);
    const foreign = settleOrderRequest(stranger.ctx, { id: data[0]!.id, status: "done" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    for (const ctx of [sale.asRole("viewer"), sale.visitor(sale.li)]) {
      const attempt = settleOrderRequest(ctx, { id: data[0]!.id, status: "done" });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listOrderRequests(sale.visitor(sale.li))).rejects.toMatchObject({ code: "forbidden" });
  });
});
