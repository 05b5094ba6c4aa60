import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, type Sale } from "@/test/support/sale-shop";
import { grantedPriceProtectionDto, priceProtectionCheckDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { checkPriceProtection, checkReturn, requestPriceProtection, requestReturn, updateServicePolicy } =
  await import(".");
const { upsertProducts } = await import("../catalog");
const { getOrder } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const setPrice = (sale: Sale, externalId: string, amount: number) =>
  upsertProducts(sale.ctx, { items: [{ externalId, name: { en: externalId }, price: cny(amount) }] });
const recent = { placedAt: "2026-03-15T02:00:00Z" };
const grant = (sale: Sale, orderId: string, requestKey = newId()) =>
  requestPriceProtection(sale.ctx, { orderId, requestKey });

describe("requestPriceProtection", () => {
  it("makes the difference good, line by line, and again only when the price falls again", async () => {
    const sale = await createSale(sql);
    // 20,000 + 3,000 less 2,300 off the order: 10 % off each.
    const orderId = await sale.sell({ ...recent, discount: cny(2_300) });
    const before = await checkPriceProtection(sale.ctx, { orderId });
    expect(before).toEqual({ isPossible: false, reason: "price_not_lower" });
    await setPrice(sale, "white", 8_000);
    await setPrice(sale, "mug", 9_000);
    const check = await checkPriceProtection(sale.visitor(sale.li), { orderId });
    expect(priceProtectionCheckDto.parse(check)).toEqual(check);
    expect(check).toMatchObject({
      isPossible: true,
      refund: cny(2_000),
      lines: [
        {
          productId: sale.products.white,
          quantity: 2,
          paidMinor: 18_000,
          todayMinor: 16_000,
          amountMinor: 2_000,
        },
      ],
      // Ordered on the 15th, seven days later, to the end of the day in Shanghai.
      endsAt: "2026-03-22T16:00:00.000Z",
    });
    const requestKey = newId();
    const done = await grant(sale, orderId, requestKey);
    expect(grantedPriceProtectionDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({ status: "open", refund: cny(2_000), details: { refundDays: 7 } });
    expect(await grant(sale, orderId, requestKey)).toEqual(done);
    await expect(grant(sale, orderId)).rejects.toMatchObject({ details: { reason: "price_not_lower" } });
    await setPrice(sale, "white", 7_500);
    expect(await grant(sale, orderId)).toMatchObject({ refund: cny(1_000) });
    expect(await sale.audited(orderId)).toEqual(["order.price_protected", "order.price_protected"]);
  });

  it("grants one of many that ask at once", async () => {
    const sale = await createSale(sql);
    const orderId = await sale.sell(recent);
    await setPrice(sale, "white", 9_000);
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => grant(sale, orderId)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("leaves out what came back, and what was made good does not come back twice", async () => {
    const sale = await createSale(sql);
    const orderId = await sale.sell(delivered(recent));
    const [shirt] = (await getOrder(sale.ctx, { id: orderId })).lines.map(({ id }) => id);
    const back = {
      reason: "changed_mind" as const,
      isOpened: false,
      lines: [{ lineId: shirt!, quantity: 1 }],
    };
    await requestReturn(sale.ctx, { orderId, requestKey: newId(), ...back });
    await setPrice(sale, "white", 9_000);
    expect(await grant(sale, orderId)).toMatchObject({ refund: cny(1_000) });
    const rest = { reason: "changed_mind" as const, isOpened: false };
    expect(await checkReturn(sale.ctx, { orderId, ...rest })).toMatchObject({
      lines: [
        { lineId: shirt, quantity: 1, amount: cny(9_000) },
        { quantity: 1, amount: cny(3_000) },
      ],
      // 24,000 in all, of which 10,000 and 1,000 have gone back.
      refund: cny(13_000),
    });
    expect((await requestReturn(sale.ctx, { orderId, requestKey: newId(), ...back })).refund).toEqual(
      cny(9_000),
    );
  });

  it.each([
    [{ status: "pending", ...recent }, "not_paid_yet"],
    [{ status: "cancelled", ...recent }, "already_cancelled"],
    [{ placedAt: "2026-03-12T02:00:00Z" }, "window_over"],
  ])("refuses for %o", async (over, reason) => {
    const sale = await createSale(sql);
    const orderId = await sale.sell(over);
    await setPrice(sale, "white", 1);
    expect(await checkPriceProtection(sale.ctx, { orderId })).toMatchObject({ isPossible: false, reason });
  });

  it("says where it is not offered, and where prices cannot be compared", async () => {
    const sale = await createSale(sql);
    const usd = { amountMinor: 5_000, currency: "USD" };
    const lines = [{ productId: sale.products.white, quantity: 1, unitPrice: usd }];
    const abroad = await sale.sell({ ...recent, lines, shipping: undefined, fxRate: 7 });
    await setPrice(sale, "white", 1);
    const check = await checkPriceProtection(sale.ctx, { orderId: abroad });
    expect(check).toMatchObject({ reason: "price_unknown" });
    await updateServicePolicy(sale.ctx, { priceProtectionDays: 0 });
    const orderId = await sale.sell(recent);
    expect(await checkPriceProtection(sale.ctx, { orderId })).toMatchObject({ reason: "not_offered" });
  });

  it("needs the permission, the person and the shop", async () => {
    const sale = await createSale(sql);
    const input = { orderId: await sale.sell(recent), requestKey: newId() };
    await setPrice(sale, "white", 1);
    const viewer = requestPriceProtection(sale.asRole("viewer"), input);
    await expect(viewer).rejects.toMatchObject({ code: "forbidden" });
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang)])
      await expect(requestPriceProtection(ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(requestPriceProtection(sale.ctx, { ...input, orderId: "1" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
