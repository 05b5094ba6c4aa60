import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, PARCEL, type Sale } from "@/test/support/sale-shop";
import { changedOrderLinesDto, orderLinesCheckDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const {
  cancelOrder,
  changeOrderLines,
  checkOrderLines,
  getRefundStatus,
  listOrderRequests,
  requestPriceProtection,
  settleOrderRequest,
  updateServicePolicy,
} = await import(".");
const { upsertProducts } = await import("../catalog");
const { getOrder } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

/** Two white shirts at 100.00 and a mug at 30.00, 10.00 for sending. */
async function sold(over: object = {}, shop = sale) {
  const orderId = await shop.sell(over);
  const [shirt, mug] = (await getOrder(shop.ctx, { id: orderId })).lines.map(({ id }) => id);
  const change = (changes: object[], requestKey = newId()) =>
    changeOrderLines(shop.ctx, { orderId, requestKey, changes } as never);
  return { orderId, shirt: shirt!, mug: mug!, change, order: () => getOrder(shop.ctx, { id: orderId }) };
}

describe("changeOrderLines", () => {
  it("takes fewer, and says what goes back", async () => {
    const { orderId, shirt, mug, change, order } = await sold();
    const changes = [{ lineId: shirt, quantity: 1 }];
    const check = await checkOrderLines(sale.visitor(sale.li), { orderId, changes });
    expect(orderLinesCheckDto.parse(check)).toEqual(check);
    expect(check).toMatchObject({ before: cny(24_000), after: cny(14_000), refund: cny(10_000), due: null });
    expect((await order()).total).toEqual(cny(24_000));
    const requestKey = newId();
    const done = await change(changes, requestKey);
    expect(changedOrderLinesDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({ status: "open", refund: cny(10_000), details: { after: cny(14_000) } });
    expect(await order()).toMatchObject({
      total: cny(14_000),
      baseTotalMinor: 14_000,
      lines: [
        { id: shirt, quantity: 1, total: cny(10_000) },
        { id: mug, quantity: 1 },
      ],
    });
    // Again it changes nothing; a line can be taken away whole.
    expect(await change(changes, requestKey)).toEqual(done);
    await change([{ lineId: mug, quantity: 0 }]);
    expect(await order()).toMatchObject({ total: cny(11_000), lines: [{ id: shirt }] });
    expect(await sale.audited(orderId)).toEqual(["order.lines_changed", "order.lines_changed"]);
    expect((await getRefundStatus(sale.ctx, { orderId })).refunds).toMatchObject([
      { kind: "change_lines", refund: cny(10_000) },
      { refund: cny(3_000) },
    ]);
  });

  it("takes more, or another variant, and says what is to pay", async () => {
    const { orderId, shirt, change, order } = await sold();
    const more = await change([{ lineId: shirt, quantity: 4 }]);
    expect(more).toMatchObject({ status: "open", refund: null, due: cny(20_000) });
    // Those 20,000 were never paid: of the 24,000 that were, 5,000 go back.
    const silk = await change([{ lineId: shirt, quantity: 1, productId: sale.products.silk }]);
    expect(silk).toMatchObject({ refund: cny(5_000), due: null, details: { after: cny(19_000) } });
    const { data } = await listOrderRequests(sale.ctx, { orderId, status: "rejected" });
    expect(data).toMatchObject([{ id: more.id, note: "superseded" }]);
    const navy = await change([{ lineId: shirt, productId: sale.products.navy }]);
    expect(navy).toMatchObject({ refund: cny(5_000) });
    expect((await order()).lines[0]).toMatchObject({ productId: sale.products.navy, unitPrice: cny(10_000) });
    const same = await change([{ lineId: shirt, productId: sale.products.white }]);
    expect(same).toMatchObject({ status: "done", refund: null, due: null });
  });

  it("gives back no more than was paid when what was still to pay is cancelled", async () => {
    const { orderId, shirt, change } = await sold();
    await change([{ lineId: shirt, quantity: 4 }]);
    expect(await cancelOrder(sale.ctx, { orderId, requestKey: newId() })).toMatchObject({
      refund: cny(24_000),
    });
    const other = await sold();
    const { id } = await other.change([{ lineId: other.shirt, quantity: 3 }]);
    await settleOrderRequest(sale.ctx, { id, status: "done" });
    const done = await cancelOrder(sale.ctx, { orderId: other.orderId, requestKey: newId() });
    expect(done.refund).toEqual(cny(34_000));
  });

  it("lets discounts shrink with what they were given for, and not grow", async () => {
    const { shirt, change, order } = await sold({
      lines: [
        { productId: sale.products.white, quantity: 3, unitPrice: cny(10_000), discount: cny(1_000) },
        { productId: sale.products.mug, quantity: 1, unitPrice: cny(3_000) },
      ],
      discount: cny(3_200),
    });
    // 29,000 + 3,000 − 3,200 + 1,000.
    expect((await order()).total).toEqual(cny(29_800));
    await change([{ lineId: shirt, quantity: 1 }]);
    // The line's discount by thirds: 333. Goods from 32,000 to 12,667: 3,200 becomes 1,267.
    expect(await order()).toMatchObject({
      lines: [{ discount: cny(333), total: cny(9_667) }, {}],
      discount: cny(1_267),
      total: cny(12_400),
    });
    await change([{ lineId: shirt, quantity: 3 }]);
    expect(await order()).toMatchObject({ discount: cny(1_267), lines: [{ discount: cny(333) }, {}] });
  });

  it("owes and asks nothing for an order that is not paid", async () => {
    const { shirt, change, order } = await sold({ status: "pending" });
    expect(await change([{ lineId: shirt, quantity: 1 }])).toMatchObject({
      status: "done",
      refund: null,
      due: null,
      details: { after: cny(14_000) },
    });
    expect((await order()).total).toEqual(cny(14_000));
  });

  it("keeps another currency's total in the shop's own currency too", async () => {
    const usd = (amountMinor: number) => ({ amountMinor, currency: "USD" });
    const { shirt, change, order } = await sold({
      lines: [{ productId: sale.products.white, quantity: 2, unitPrice: usd(1_005) }],
      shipping: usd(0),
      fxRate: 7.1,
    });
    await change([{ lineId: shirt, quantity: 1 }]);
    expect(await order()).toMatchObject({ total: usd(1_005), baseTotalMinor: 7_136 });
    const dearer = change([{ lineId: shirt, productId: sale.products.silk }]);
    await expect(dearer).rejects.toMatchObject({ details: { reason: "price_unknown" } });
    await change([{ lineId: shirt, productId: sale.products.navy }]);
    expect(await order()).toMatchObject({ total: usd(1_005) });
  });

  it.each([
    [{ shipments: [PARCEL.packed] }, "already_packed"],
    [{ status: "shipped", shipments: [PARCEL.inTransit] }, "already_shipped"],
    [delivered(), "already_delivered"],
    [{ status: "cancelled" }, "already_cancelled"],
  ])("refuses for %o", async (over, reason) => {
    const { shirt, change } = await sold(over);
    await expect(change([{ lineId: shirt, quantity: 1 }])).rejects.toMatchObject({ details: { reason } });
  });

  it("refuses what cannot be, and changes nothing", async () => {
    const { shirt, mug, change, order } = await sold();
    const { shirt: foreign } = await sold();
    const { products } = sale;
    const refused = async (changes: object[], details: object) =>
      expect(change(changes)).rejects.toMatchObject({ code: "not_possible", details });
    await refused([{ lineId: foreign, quantity: 1 }], { reason: "unknown_line", lineId: foreign });
    await refused([{ lineId: shirt, quantity: 2 }], { reason: "nothing_changes" });
    await refused([{ lineId: shirt, productId: products.mug }], { reason: "not_a_variant" });
    await refused([{ lineId: mug, productId: products.navy }], { reason: "not_a_variant" });
    await refused([{ lineId: shirt, quantity: 8 }], { reason: "out_of_stock", available: 5 });
    await refused([{ lineId: shirt, quantity: 3, productId: products.navy }], {
      reason: "out_of_stock",
      productId: products.navy,
      available: 2,
    });
    await refused(
      [shirt, mug].map((lineId) => ({ lineId, quantity: 0 })),
      { reason: "nothing_left" },
    );
    const bad = [[], [{ lineId: shirt }], [{ lineId: shirt, quantity: -1 }], [{ lineId: "x", quantity: 1 }]];
    const twice = [1, 3].map((quantity) => ({ lineId: shirt, quantity }));
    for (const changes of [...bad, twice])
      await expect(change(changes)).rejects.toMatchObject({ code: "invalid_input" });
    expect((await order()).total).toEqual(cny(24_000));
    await change([{ lineId: shirt, quantity: 7 }]);
  });

  it("leaves a line to people for which a lower price was made good", async () => {
    const shop = await createSale(sql);
    const { orderId, shirt, mug, change } = await sold({ placedAt: "2026-03-19T02:00:00Z" }, shop);
    await upsertProducts(shop.ctx, {
      items: [{ externalId: "white", name: { en: "w" }, price: cny(9_000) }],
    });
    await requestPriceProtection(shop.ctx, { orderId, requestKey: newId() });
    const attempt = change([{ lineId: shirt, quantity: 1 }]);
    await expect(attempt).rejects.toMatchObject({ details: { reason: "price_made_good", lineId: shirt } });
    expect(await change([{ lineId: mug, quantity: 0 }])).toMatchObject({ refund: cny(3_000) });
  });

  it("adds up when two change one order at once", async () => {
    const { shirt, mug, change, order } = await sold();
    await Promise.all([change([{ lineId: shirt, quantity: 1 }]), change([{ lineId: mug, quantity: 2 }])]);
    expect((await order()).total).toEqual(cny(10_000 + 6_000 + 1_000));
  });

  it("needs the policy, the permission, the person and the shop", async () => {
    const { orderId, shirt } = await sold();
    const input = { orderId, requestKey: newId(), changes: [{ lineId: shirt, quantity: 1 }] };
    await expect(changeOrderLines(sale.asRole("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang), sale.visitor(null)])
      await expect(changeOrderLines(ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await updateServicePolicy(other.ctx, { lineChangeUntil: "payment" });
    const theirs = await sold({}, other);
    const paid = theirs.change([{ lineId: theirs.shirt, quantity: 1 }]);
    await expect(paid).rejects.toMatchObject({ details: { reason: "already_paid" } });
  });
});
