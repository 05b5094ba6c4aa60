import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale } from "@/test/support/sale-shop";
import { openOwner } from "../catalog/test-shop";

const { ownerUrl } = await useTestDatabase();
const { changeCoupon, createCoupon, evaluateCoupons, redeemCoupon } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
let made = 0;
beforeAll(async () => {
  sale = await createSale(sql);
});

const make = (over: object = {}) =>
  createCoupon(sale.ctx, {
    ...{ code: `CHANGE-${++made}`, kind: "percent" as const, percentBasisPoints: 1_000, currency: "CNY" },
    ...over,
  });

describe("a coupon that no order has used", () => {
  it("may give something else, for something else", async () => {
    const { id, code } = await make({ productIds: [sale.products.mug] });
    const change = { percentBasisPoints: 2_000, minimumMinor: 5_000, productIds: [] };
    const changed = await changeCoupon(sale.ctx, { id, ...change });
    expect(changed).toMatchObject({
      percentBasisPoints: 2_000,
      minimum: { amountMinor: 5_000 },
      productIds: [],
    });
    const cart = { currency: "CNY", lines: [{ productId: sale.products.white, quantity: 1 }] };
    const { results } = await evaluateCoupons(sale.ctx, { cart, codes: [code] });
    expect(results[0]).toMatchObject({ applies: true, discount: { amountMinor: 2_000 } });
    expect(await sale.audited(id)).toEqual(["coupon.created", "coupon.changed"]);
  });

  it.each([
    [{ amountMinor: 500 }, "amountMinor"],
    [{ percentBasisPoints: 0 }, "percentBasisPoints"],
    [{ productIds: ["018f0000-0000-7000-8000-000000000000"] }, "productIds.0"],
    [{ validFrom: "2026-05-02T00:00:00Z", validUntil: "2026-05-01T00:00:00Z" }, "validUntil"],
  ])("is not changed into what cannot be: %o", async (change, path) => {
    const { id } = await make();
    const refused = await changeCoupon(sale.ctx, { id, ...change }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "invalid_input", message: expect.stringContaining(`${path}:`) });
  });

  it("does not end before a beginning that it had already", async () => {
    const { id } = await make({ validFrom: "2026-05-02T00:00:00Z" });
    const wrong = changeCoupon(sale.ctx, { id, validUntil: "2026-05-01T00:00:00Z" });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_input" });
    const right = await changeCoupon(sale.ctx, { id, validFrom: null, validUntil: "2026-05-01T00:00:00Z" });
    expect(right).toMatchObject({ validFrom: null, validUntil: "2026-05-01T00:00:00.000Z" });
  });
});

describe("a coupon that an order has used", () => {
  it("keeps what it gives, while its dates and limits may change", async () => {
    const { id, code } = await make();
    await redeemCoupon(sale.ctx, { code, orderId: await sale.sell() });
    for (const terms of [
      { percentBasisPoints: 2_000 },
      { minimumMinor: 1 },
      { productIds: [sale.products.mug] },
    ])
      await expect(changeCoupon(sale.ctx, { id, ...terms })).rejects.toMatchObject({ code: "conflict" });
    const changed = await changeCoupon(sale.ctx, {
      ...{ id, percentBasisPoints: 1_000, perCustomerLimit: 2, validUntil: "2027-01-01T00:00:00Z" },
    });
    expect(changed).toMatchObject({ percentBasisPoints: 1_000, perCustomerLimit: 2 });
    expect(await changeCoupon(sale.ctx, { id, perCustomerLimit: null })).toMatchObject({
      perCustomerLimit: null,
    });
  });
});
