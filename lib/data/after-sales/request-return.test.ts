import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, PARCEL, type Sale } from "@/test/support/sale-shop";
import { requestedReturnDto, returnCheckDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { checkReturn, requestReturn, settleOrderRequest, updateServicePolicy } = await import(".");
const { getOrder } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

const unopened = { reason: "changed_mind" as const, isOpened: false };
const linesOf = async (orderId: string, shop = sale) =>
  (await getOrder(shop.ctx, { id: orderId })).lines.map(({ id }) => id);

/** Asks for one return and gives its refund in minor units. */
async function giveBack(orderId: string, lines: [lineId: string, quantity: number][], shop = sale) {
  const done = await requestReturn(shop.ctx, {
    orderId,
    requestKey: newId(),
    ...unopened,
    lines: lines.map(([lineId, quantity]) => ({ lineId, quantity })),
  });
  return done.refund?.amountMinor ?? 0;
}

describe("whether goods can come back", () => {
  it("says what for, all of it where no lines are named, with the fee for sending out", async () => {
    const orderId = await sale.sell(delivered());
    const check = await checkReturn(sale.visitor(sale.li), { orderId, ...unopened });
    expect(returnCheckDto.parse(check)).toEqual(check);
    expect(check).toMatchObject({
      isPossible: true,
      lines: [
        { productId: sale.products.white, quantity: 2, amount: cny(20_000) },
        { productId: sale.products.mug, quantity: 1, amount: cny(3_000) },
      ],
      shippingRefund: cny(1_000),
      refund: cny(24_000),
      freightPaidBy: "customer",
      // Delivered on the 13th in Shanghai: 14 days later, to the end of the 27th.
      endsAt: "2026-03-27T16:00:00.000Z",
      refundDays: 7,
    });
  });

  it.each([
    [{ status: "pending" }, unopened, { reason: "not_shipped_yet" }],
    [{}, unopened, { reason: "not_shipped_yet" }],
    [
      { status: "shipped", shipments: [PARCEL.inTransit] },
      unopened,
      { reason: "not_delivered_yet", expectedAt: "2026-03-21T00:00:00.000Z" },
    ],
    [{ status: "cancelled" }, unopened, { reason: "already_cancelled" }],
    [{ status: "returned" }, unopened, { reason: "already_returned" }],
    [delivered(), { reason: "changed_mind" }, { reason: "opened_not_stated" }],
    [delivered(), { reason: "changed_mind", isOpened: true }, { reason: "opened_not_accepted" }],
    [delivered(), { reason: "defective", isOpened: true }, { isPossible: true, freightPaidBy: "shop" }],
    [
      delivered({ shipments: [{ ...PARCEL.delivered, deliveredAt: "2026-03-05T10:00:00Z" }] }),
      unopened,
      { reason: "window_over", windowDays: 14, endedAt: "2026-03-19T16:00:00.000Z" },
    ],
    [
      delivered({ shipments: [{ ...PARCEL.delivered, deliveredAt: "2026-03-05T10:00:00Z" }] }),
      { reason: "damaged" },
      { isPossible: true },
    ],
    // Nobody said when it arrived: the nearest that is known.
    [{ status: "delivered", placedAt: "2026-03-05T02:00:00Z" }, unopened, { reason: "window_over" }],
    [{ status: "delivered", placedAt: "2026-03-07T02:00:00Z" }, unopened, { isPossible: true }],
  ])("for %o and %o", async (over, input, expected) => {
    const orderId = await sale.sell(over);
    const check = await checkReturn(sale.ctx, { orderId, ...(input as typeof unopened) });
    expect(returnCheckDto.parse(check)).toEqual(check);
    expect(check).toMatchObject(expected);
  });

  it("knows the last moment of the window", async () => {
    const orderId = await sale.sell(delivered());
    const at = (time: string) => ({ ...sale.ctx, now: () => new Date(time) });
    const last = await checkReturn(at("2026-03-27T15:59:59.999Z"), { orderId, ...unopened });
    expect(last.isPossible).toBe(true);
    const after = await checkReturn(at("2026-03-27T16:00:00Z"), { orderId, ...unopened });
    expect(after).toMatchObject({ reason: "window_over" });
  });

  it("excludes categories and what stands below them, unless the goods are faulty", async () => {
    const strict = await createSale(sql);
    await updateServicePolicy(strict.ctx, { nonReturnableCategoryIds: [strict.underwear] });
    const briefs = { productId: strict.products.briefs, quantity: 1, unitPrice: cny(2_000) };
    const mug = { productId: strict.products.mug, quantity: 1, unitPrice: cny(3_000) };
    const orderId = await strict.sell(delivered({ lines: [briefs, mug] }));
    const [first, second] = (await linesOf(orderId, strict)) as [string, string];
    // Of all that there is, the rest can come back.
    expect(await checkReturn(strict.ctx, { orderId, ...unopened })).toMatchObject({
      lines: [{ lineId: second }],
      shippingRefund: null,
    });
    const lines = [{ lineId: first, quantity: 1 }];
    expect(await checkReturn(strict.ctx, { orderId, ...unopened, lines })).toMatchObject({
      reason: "category_excluded",
      lineId: first,
      productId: strict.products.briefs,
      categoryIds: [strict.underwear],
    });
    const faulty = await checkReturn(strict.ctx, { orderId, reason: "wrong_item", lines });
    expect(faulty.isPossible).toBe(true);
  });

  it("follows the policy for opened goods, freight and shops that take nothing back", async () => {
    const kind = await createSale(sql);
    const change = { acceptsOpenedGoods: true, returnFreightPaidBy: "shop" as const, refundsShipping: false };
    await updateServicePolicy(kind.ctx, change);
    const orderId = await kind.sell(delivered());
    expect(await checkReturn(kind.ctx, { orderId, reason: "other", isOpened: true })).toMatchObject({
      freightPaidBy: "shop",
      refund: cny(23_000),
      shippingRefund: null,
    });
    await updateServicePolicy(kind.ctx, { returnWindowDays: 0 });
    expect(await checkReturn(kind.ctx, { orderId, ...unopened })).toMatchObject({ reason: "not_offered" });
    expect(await checkReturn(kind.ctx, { orderId, reason: "damaged" })).toMatchObject({ isPossible: true });
  });
});

describe("requestReturn", () => {
  it("makes a return with number, address, carrier and deadline, and a history", async () => {
    const shop = await createSale(sql);
    const address = {
      recipient: "仓库",
      phone: "02112345678",
      lines: ["仓路1号"],
      city: "佛山",
      country: "CN",
    };
    await updateServicePolicy(shop.ctx, { returnAddress: address, sendBackDays: 5 });
    const orderId = await shop.sell(delivered());
    const [shirt] = (await linesOf(orderId, shop)) as [string];
    const done = await requestReturn(shop.visitor(shop.li), {
      orderId,
      requestKey: newId(),
      ...unopened,
      lines: [{ lineId: shirt, quantity: 1 }],
      note: "too warm",
    });
    expect(requestedReturnDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({
      status: "open",
      refund: cny(10_000),
      details: {
        reason: "changed_mind",
        label: {
          rmaNumber: expect.stringMatching(/^RMA-[2-9B-Z]{8}$/),
          address,
          carrier: "SF",
          freightPaidBy: "customer",
          sendBackBefore: "2026-03-25T16:00:00.000Z",
        },
      },
    });
    expect((await getOrder(shop.ctx, { id: orderId })).returns).toMatchObject([
      {
        id: done.details.returnId,
        externalId: done.details.label.rmaNumber,
        status: "requested",
        reason: "changed_mind: too warm",
        refund: cny(10_000),
        lines: [{ productId: shop.products.white, quantity: 1, amount: cny(10_000) }],
      },
    ]);
    expect(await shop.audited(orderId)).toEqual(["order.return_requested"]);
  });

  it("adds up to what was paid, however an order comes back piece by piece", async () => {
    const lines = [
      { productId: sale.products.white, quantity: 3, unitPrice: cny(3_333), discount: cny(10) },
      { productId: sale.products.mug, quantity: 7, unitPrice: cny(101) },
    ];
    const orderId = await sale.sell(delivered({ lines, discount: cny(1_001), shipping: cny(990) }));
    const [shirt, mug] = (await linesOf(orderId)) as [string, string];
    let sum = 0;
    const cuts: [string, number][][] = [
      [[shirt, 1]],
      [[mug, 3]],
      [
        [shirt, 1],
        [mug, 1],
      ],
      [[mug, 2]],
      [[shirt, 1]],
    ];
    for (const cut of cuts) sum += await giveBack(orderId, cut);
    expect(sum).toBeLessThan(9_989 + 707 - 1_001);
    // With the last piece the fee goes back too.
    sum += await giveBack(orderId, [[mug, 1]]);
    expect(sum).toBe(9_989 + 707 - 1_001 + 990);
    const { total, returns } = await getOrder(sale.ctx, { id: orderId });
    expect(returns.reduce((all, { refund }) => all + refund.amountMinor, 0)).toBe(total.amountMinor);
    const again = giveBack(orderId, [[shirt, 1]]);
    await expect(again).rejects.toMatchObject({ details: { reason: "already_returned", lineId: shirt } });
  });

  it("makes the order returned when the last piece has been refunded", async () => {
    const orderId = await sale.sell(delivered());
    const [shirt, mug] = (await linesOf(orderId)) as [string, string];
    const ask = (lineId: string, quantity: number) =>
      requestReturn(sale.ctx, { orderId, requestKey: newId(), ...unopened, lines: [{ lineId, quantity }] });
    const [first, second] = [await ask(shirt, 2), await ask(mug, 1)];
    await settleOrderRequest(sale.ctx, { id: first.id, status: "done" });
    expect(await sale.orderStatus(orderId)).toBe("delivered");
    await settleOrderRequest(sale.ctx, { id: second.id, status: "done" });
    expect(await sale.orderStatus(orderId)).toBe("returned");
    const other = await sale.sell(delivered());
    const [a, b] = (await linesOf(other)) as [string, string];
    const both = await Promise.all(
      [a, b].map((lineId, at) =>
        requestReturn(sale.ctx, {
          ...{ orderId: other, requestKey: newId(), ...unopened },
          lines: [{ lineId, quantity: 2 - at }],
        }),
      ),
    );
    await Promise.all(both.map(({ id }) => settleOrderRequest(sale.ctx, { id, status: "done" })));
    expect(await sale.orderStatus(other)).toBe("returned");
  });

  it("never gives back more than was paid, whatever the shop's own system has given", async () => {
    const returned = { externalId: newId(), status: "refunded", returnedAt: "2026-03-15T00:00:00Z" };
    const mug = { productId: sale.products.mug, quantity: 1, amount: cny(23_500) };
    const orderId = await sale.sell(
      delivered({ returns: [{ ...returned, refund: cny(23_500), lines: [mug] }] }),
    );
    const [shirt, cup] = (await linesOf(orderId)) as [string, string];
    const check = await checkReturn(sale.ctx, { orderId, ...unopened });
    expect(check).toMatchObject({ lines: [{ lineId: shirt, quantity: 2 }], refund: cny(500) });
    const twice = checkReturn(sale.ctx, { orderId, ...unopened, lines: [{ lineId: cup, quantity: 1 }] });
    expect(await twice).toMatchObject({ reason: "already_returned" });
  });

  it("gives two that ask at once no more than there is", async () => {
    const orderId = await sale.sell(delivered());
    const [shirt] = (await linesOf(orderId)) as [string];
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => giveBack(orderId, [[shirt, 1]])));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const requestKey = newId();
    const other = await sale.sell(delivered());
    const [line] = (await linesOf(other)) as [string];
    const input = { orderId: other, requestKey, ...unopened, lines: [{ lineId: line, quantity: 1 }] };
    const same = await Promise.all(Array.from({ length: 4 }, () => requestReturn(sale.ctx, input)));
    expect(new Set(same.map(({ details }) => details.returnId)).size).toBe(1);
    expect((await getOrder(sale.ctx, { id: other })).returns).toHaveLength(1);
  });

  it("refuses what does not fit, and leaves nothing behind", async () => {
    const orderId = await sale.sell(delivered());
    const [shirt] = (await linesOf(orderId)) as [string];
    const foreign = (await linesOf(await sale.sell(delivered())))[0]!;
    const ask = (lines: object[], over: object = {}) =>
      requestReturn(sale.ctx, { orderId, requestKey: newId(), ...unopened, lines, ...over } as never);
    await expect(ask([{ lineId: shirt, quantity: 3 }])).rejects.toMatchObject({
      code: "not_possible",
      details: { reason: "quantity_exceeded", lineId: shirt, available: 2 },
    });
    await expect(ask([{ lineId: foreign, quantity: 1 }])).rejects.toMatchObject({
      details: { reason: "unknown_line" },
    });
    const one = { lineId: shirt, quantity: 1 };
    for (const bad of [[], [one, one], [{ lineId: shirt, quantity: 0 }], [{ lineId: shirt, quantity: 1.5 }]])
      await expect(ask(bad)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(ask([one], { reason: "boredom" })).rejects.toMatchObject({ code: "invalid_input" });
    expect((await getOrder(sale.ctx, { id: orderId })).returns).toEqual([]);
    const input = { orderId, requestKey: newId(), ...unopened, lines: [one] };
    await expect(requestReturn(sale.asRole("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang), sale.visitor(null)])
      await expect(requestReturn(ctx, input)).rejects.toMatchObject({ code: "not_found" });
  });
});
