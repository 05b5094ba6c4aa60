import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, PARCEL, type Sale } from "@/test/support/sale-shop";
import { cny, openOwner } from "../catalog/test-shop";
import { cancelCheckDto, cancelledOrderDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { cancelOrder, changeOrderLines, checkCancelOrder, updateServicePolicy } = await import(".");
const { getOrder } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

describe("whether an order can be cancelled", () => {
  it.each([
    [{ status: "pending" }, { isPossible: true, refund: null, refundDays: 7 }],
    [{}, { isPossible: true, refund: cny(24_000) }],
    [{ shipments: [PARCEL.packed] }, { isPossible: true }],
    [
      { status: "shipped", shipments: [PARCEL.inTransit] },
      {
        isPossible: false,
        reason: "already_shipped",
        shippedAt: "2026-03-11T00:00:00.000Z",
        expectedAt: "2026-03-21T00:00:00.000Z",
        carrier: "SF",
        trackingNumber: "SF1",
      },
    ],
    // The parcel knows more than the status.
    [{ shipments: [PARCEL.inTransit] }, { reason: "already_shipped" }],
    [delivered(), { reason: "already_delivered", deliveredAt: "2026-03-13T10:00:00.000Z" }],
    [{ status: "cancelled" }, { isPossible: false, reason: "already_cancelled" }],
    [{ status: "returned" }, { isPossible: false, reason: "already_returned" }],
  ])("for %o", async (over, expected) => {
    const check = await checkCancelOrder(sale.ctx, { orderId: await sale.sell(over) });
    expect(cancelCheckDto.parse(check)).toEqual(check);
    expect(check).toMatchObject(expected);
  });

  it.each([
    ["never", {}, "not_offered"],
    ["payment", {}, "already_paid"],
    ["packing", { shipments: [PARCEL.packed] }, "already_packed"],
  ] as const)("follows the policy %s", async (cancelUntil, over, reason) => {
    const strict = await createSale(sql);
    await updateServicePolicy(strict.ctx, { cancelUntil });
    const orderId = await strict.sell(over);
    expect(await checkCancelOrder(strict.ctx, { orderId })).toMatchObject({ isPossible: false, reason });
    const refused = cancelOrder(strict.ctx, { orderId, requestKey: "k" });
    await expect(refused).rejects.toMatchObject({ code: "not_possible", details: { reason } });
    expect(await strict.orderStatus(orderId)).toBe("paid");
  });
});

describe("cancelOrder", () => {
  it("cancels, says what goes back, and leaves a history and an audit row", async () => {
    const orderId = await sale.sell();
    const done = await cancelOrder(sale.asRole("agent"), { orderId, requestKey: newId() });
    expect(cancelledOrderDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({
      kind: "cancel",
      status: "open",
      refund: cny(24_000),
      due: null,
      details: {
        refundDays: 7,
        released: [{ productId: sale.products.white, quantity: 2 }, { quantity: 1 }],
      },
    });
    expect(await sale.orderStatus(orderId)).toBe("cancelled");
    expect(await sale.audited(orderId)).toEqual(["order.cancelled"]);
    const [product] = await sql`SELECT on_hand, reserved FROM products WHERE id = ${sale.products.white}`;
    expect(product).toEqual({ on_hand: 6, reserved: 1 });
    const unpaid = await sale.sell({ status: "pending" });
    expect(await cancelOrder(sale.ctx, { orderId: unpaid, requestKey: newId() })).toMatchObject({
      status: "done",
      refund: null,
    });
  });

  it("happens once: the same key gives the stored answer, another key the truth, another wish a conflict", async () => {
    const [orderId, requestKey] = [await sale.sell(), newId()];
    const first = await cancelOrder(sale.ctx, { orderId, requestKey });
    expect(await cancelOrder(sale.ctx, { orderId, requestKey })).toEqual(first);
    const again = cancelOrder(sale.ctx, { orderId, requestKey: newId() });
    await expect(again).rejects.toMatchObject({ details: { reason: "already_cancelled" } });
    const elsewhere = cancelOrder(sale.ctx, { orderId: await sale.sell(), requestKey });
    await expect(elsewhere).rejects.toMatchObject({ code: "idempotency_key_reused" });
    expect(await sale.audited(orderId)).toEqual(["order.cancelled"]);
    // Another shop's keys are its own.
    const other = await createSale(sql);
    expect(await cancelOrder(other.ctx, { orderId: await other.sell(), requestKey })).toMatchObject({
      status: "open",
    });
  });

  it("holds when many ask at the same moment", async () => {
    const [orderId, requestKey] = [await sale.sell(), newId()];
    const same = await Promise.all(
      Array.from({ length: 6 }, () => cancelOrder(sale.ctx, { orderId, requestKey })),
    );
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    const other = await sale.sell();
    const different = await Promise.allSettled(
      Array.from({ length: 6 }, () => cancelOrder(sale.ctx, { orderId: other, requestKey: newId() })),
    );
    expect(different.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const key = newId();
    const orders = await Promise.all([sale.sell(), sale.sell(), sale.sell()]);
    const oneKey = await Promise.allSettled(
      orders.map((id) => cancelOrder(sale.ctx, { orderId: id, requestKey: key })),
    );
    expect(oneKey.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const statuses = await Promise.all(orders.map((id) => sale.orderStatus(id)));
    expect(statuses.filter((status) => status === "cancelled")).toHaveLength(1);
    for (const result of oneKey)
      if (result.status === "rejected") expect(result.reason.code).toBe("idempotency_key_reused");
  });

  it("takes turns with other changes of the order, whichever comes first", async () => {
    for (let round = 0; round < 4; round++) {
      const orderId = await sale.sell();
      const [line] = (await getOrder(sale.ctx, { id: orderId })).lines;
      const changes = [{ lineId: line!.id, quantity: 1 }];
      const [cancelled, changed] = await Promise.allSettled([
        cancelOrder(sale.ctx, { orderId, requestKey: newId() }),
        changeOrderLines(sale.ctx, { orderId, requestKey: newId(), changes }),
      ]);
      if (cancelled.status === "rejected") throw cancelled.reason;
      const refund = cancelled.value.refund?.amountMinor;
      if (changed.status === "fulfilled") expect(refund).toBe(14_000);
      else {
        expect(changed.reason.details).toMatchObject({ reason: "already_cancelled" });
        expect(refund).toBe(24_000);
      }
    }
  });

  it("serves a customer with their own or a proven order only", async () => {
    const orderId = await sale.sell();
    const key = () => newId();
    for (const ctx of [sale.visitor(null), sale.visitor(sale.wang)]) {
      await expect(checkCancelOrder(ctx, { orderId })).rejects.toMatchObject({ code: "not_found" });
      const attempt = cancelOrder(ctx, { orderId, requestKey: key() });
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
      // What the caller says of the person does not make one visitor another.
      const claimed = cancelOrder(ctx, { orderId, requestKey: key() }, { customerId: sale.li });
      await expect(claimed).rejects.toMatchObject({ code: "not_found" });
    }
    // The bot acts for the system, and says for whom.
    const forWang = cancelOrder(sale.ctx, { orderId, requestKey: key() }, { customerId: sale.wang });
    await expect(forWang).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = { customerId: null, provenOrderId: await sale.sell() };
    const proven = cancelOrder(sale.ctx, { orderId, requestKey: key() }, elsewhere);
    await expect(proven).rejects.toMatchObject({ code: "not_found" });
    expect(await sale.orderStatus(orderId)).toBe("paid");
    await cancelOrder(
      sale.visitor(null),
      { orderId, requestKey: key() },
      { customerId: null, provenOrderId: orderId },
    );
    expect(await sale.orderStatus(orderId)).toBe("cancelled");
    const own = await sale.sell();
    await cancelOrder(sale.visitor(sale.li), { orderId: own, requestKey: key() });
    const mine = await sale.sell();
    await cancelOrder(sale.ctx, { orderId: mine, requestKey: key() }, { customerId: sale.li });
    expect([await sale.orderStatus(own), await sale.orderStatus(mine)]).toEqual(["cancelled", "cancelled"]);
  });

  it("needs the permission, knows one shop, and takes no nonsense", async () => {
    const orderId = await sale.sell();
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["orders:read"] });
    for (const ctx of [sale.asRole("viewer"), key]) {
      expect(await checkCancelOrder(ctx, { orderId })).toMatchObject({ isPossible: true });
      const attempt = cancelOrder(ctx, { orderId, requestKey: "x" });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await createSale(sql);
    const foreign = cancelOrder(other.ctx, { orderId, requestKey: "x" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    for (const bad of [{ orderId, requestKey: "" }, { orderId }, { orderId: "1", requestKey: "x" }])
      await expect(cancelOrder(sale.ctx, bad as never)).rejects.toMatchObject({ code: "invalid_input" });
    const nowhere = cancelOrder(sale.ctx, { orderId, requestKey: "x", conversationId: newId() });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
    expect(await sale.orderStatus(orderId)).toBe("paid");
  });

  it("tells the desk of the conversation, and not the customer's stream", async () => {
    const conversationId = newId();
    await sql`INSERT INTO conversations (merchant_id, id, channel, customer_id)
      VALUES (${sale.merchantId}, ${conversationId}, 'web', ${sale.li})`;
    const orderId = await sale.sell();
    const { id } = await cancelOrder(sale.ctx, { orderId, requestKey: newId(), conversationId });
    const events = await sql`
      SELECT type, audience, payload FROM stream_events WHERE conversation_id = ${conversationId}`;
    expect([...events]).toEqual([
      {
        type: "service",
        audience: "agents",
        payload: { conversationId, request: { id, kind: "cancel", orderId, status: "open" } },
      },
    ]);
  });
});
