import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale } from "@/test/support/sale-shop";
import { couponDto, evaluatedCouponsDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { changeCoupon, createCoupon, evaluateCoupons, listCoupons, redeemCoupon } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
const make = (code: string, over: object = {}) =>
  createCoupon(sale.ctx, { code, kind: "percent", percentBasisPoints: 1_000, currency: "CNY", ...over });

beforeAll(async () => {
  sale = await createSale(sql);
  const fixed = { kind: "fixed", percentBasisPoints: undefined };
  await make("TEN", { isPublic: true });
  await make("ODD", { percentBasisPoints: 1_250 });
  await make("FIVE", { ...fixed, amountMinor: 500, isPublic: true });
  await make("HUGE", { ...fixed, amountMinor: 1_000_000 });
  await make("FREE", { kind: "free_shipping", percentBasisPoints: undefined });
  await make("BIG", { minimumMinor: 50_000 });
  await make("MUGS", { productIds: [sale.products.mug] });
  await make("UNDER", { categoryIds: [sale.underwear] });
  await make("USD", { currency: "USD" });
  await make("OFF", { isActive: false });
  await make("PAST", { validUntil: "2026-03-20T04:00:00Z" });
  await make("SOON", { validFrom: "2026-03-20T04:00:01Z" });
  await make("ONCE", { perCustomerLimit: 1 });
});

const cart = (over: object = {}) => ({
  currency: "CNY",
  lines: [
    { productId: sale.products.white, quantity: 2 },
    { productId: sale.products.mug, quantity: 1, unitPriceMinor: 2_999 },
  ],
  ...over,
});
const judge = async (code: string, over: object = {}, ctx = sale.ctx) =>
  (await evaluateCoupons(ctx, { cart: cart(over), codes: [code] })).results[0];

describe("evaluateCoupons", () => {
  it.each([
    ["TEN", {}, 2_300],
    // 22,999 × 12.5 % = 2,874.875.
    ["ODD", {}, 2_875],
    ["FIVE", {}, 500],
    ["HUGE", {}, 22_999],
    ["FREE", { shippingMinor: 990 }, 990],
    ["MUGS", {}, 300],
    ["BIG", { lines: [{ productId: "white", quantity: 5 }] }, 5_000],
    ["UNDER", { lines: [{ productId: "briefs", quantity: 1 }] }, 200],
    [" ｔｅｎ ", {}, 2_300],
    ["SOON", { at: "2026-03-20T04:00:01Z" }, 2_300],
    ["PAST", { at: "2026-03-20T03:59:59Z" }, 2_300],
  ])("%s with %o takes off %d", async (code, over: object, amountMinor) => {
    const lines = (over as { lines?: { productId: "white"; quantity: number }[] }).lines?.map((line) => ({
      ...line,
      productId: sale.products[line.productId],
    }));
    expect(await judge(code, { ...over, ...(lines ? { lines } : {}) })).toMatchObject({
      applies: true,
      discount: cny(amountMinor),
    });
  });

  it.each([
    ["NONE", {}, { reason: "unknown_code" }],
    ["OFF", {}, { reason: "inactive" }],
    ["PAST", {}, { reason: "expired", validUntil: "2026-03-20T04:00:00.000Z" }],
    ["SOON", {}, { reason: "not_started", validFrom: "2026-03-20T04:00:01.000Z" }],
    ["USD", {}, { reason: "other_currency" }],
    ["UNDER", {}, { reason: "no_eligible_lines" }],
    ["BIG", {}, { reason: "minimum_not_met", minimum: cny(50_000), missing: cny(27_001) }],
    ["FREE", {}, { reason: "no_shipping_fee" }],
    ["ONCE", {}, { reason: "customer_unknown", limit: 1 }],
  ])("%s with %o does not apply", async (code, over, expected) => {
    expect(await judge(code, over)).toMatchObject({ applies: false, ...expected });
  });

  it("shows public ones, the largest first, and keeps the others for those who know the code", async () => {
    const shown = await evaluateCoupons(sale.visitor(null), { cart: cart() });
    expect(evaluatedCouponsDto.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({ results: [{ code: "TEN" }, { code: "FIVE" }], best: "TEN" });
    const named = await evaluateCoupons(sale.visitor(null), { cart: cart(), codes: ["five", "HUGE", "x"] });
    expect(named).toMatchObject({
      best: "HUGE",
      results: [{ code: "FIVE" }, { code: "HUGE" }, { code: "X" }],
    });
    // A customer cannot ask of another day.
    expect(await judge("SOON", { at: "2026-03-21T00:00:00Z" }, sale.visitor(null))).toMatchObject({
      reason: "not_started",
    });
  });

  it("takes no products that are not there, nor prices that nobody knows", async () => {
    const other = await createSale(sql);
    const line = (productId: string, over = {}) => ({ lines: [{ productId, quantity: 1, ...over }] });
    for (const bad of [
      line(newId()),
      line(other.products.mug),
      line(sale.products.mug, { quantity: 0 }),
      line(sale.products.mug, { unitPriceMinor: -1 }),
      line(sale.products.mug, { unitPriceMinor: Number.MAX_SAFE_INTEGER, quantity: 2 }),
      { ...line(sale.products.mug), currency: "USD" },
      { lines: [] },
    ])
      await expect(judge("TEN", bad)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await judge("TEN", {}, sale.asRole("agent"))).toMatchObject({ applies: true });
    await expect(judge("TEN", {}, sale.asRole("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    const theirs = { ...cart(), lines: [{ productId: other.products.mug, quantity: 1 }] };
    const foreign = await evaluateCoupons(other.ctx, { cart: theirs, codes: ["TEN"] });
    expect(foreign.results[0]).toMatchObject({ reason: "unknown_code" });
  });
});

describe("redeemCoupon", () => {
  it("counts towards the limit of a customer, once for an order, and not for cancelled ones", async () => {
    const [first, second] = [await sale.sell(), await sale.sell()];
    const used = await redeemCoupon(sale.ctx, { code: "once", orderId: first });
    expect(used).toMatchObject({ code: "ONCE", discount: cny(2_300) });
    expect(await redeemCoupon(sale.ctx, { code: "ONCE", orderId: first })).toEqual(used);
    const again = redeemCoupon(sale.ctx, { code: "ONCE", orderId: second });
    await expect(again).rejects.toMatchObject({ code: "not_possible", details: { reason: "limit_reached" } });
    expect(await judge("ONCE", {}, sale.visitor(sale.li))).toMatchObject({
      reason: "limit_reached",
      limit: 1,
    });
    // Whose limit it is, a customer does not choose.
    expect(await judge("ONCE", { customerId: sale.wang }, sale.visitor(sale.li))).toMatchObject({
      reason: "limit_reached",
    });
    expect(await judge("ONCE", { customerId: sale.wang })).toMatchObject({ applies: true });
    await sql`UPDATE orders SET status = 'cancelled' WHERE id = ${first}`;
    expect(await judge("ONCE", {}, sale.visitor(sale.li))).toMatchObject({ applies: true });
  });

  it("lets no two orders pass the limit side by side", async () => {
    const { code } = await make("RACE", { perCustomerLimit: 2 });
    const orders = await Promise.all(Array.from({ length: 5 }, () => sale.sell()));
    const used = await Promise.allSettled(orders.map((orderId) => redeemCoupon(sale.ctx, { code, orderId })));
    expect(used.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  });

  it("needs the permission and the shop's own records", async () => {
    const orderId = await sale.sell();
    const other = await createSale(sql);
    await expect(redeemCoupon(other.ctx, { code: "TEN", orderId })).rejects.toMatchObject({
      code: "not_found",
    });
    const foreign = redeemCoupon(sale.ctx, { code: "TEN", orderId: await other.sell() });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    for (const ctx of [sale.asRole("viewer"), sale.visitor(sale.li)])
      await expect(redeemCoupon(ctx, { code: "TEN", orderId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("coupons", () => {
  it("are made, listed and switched off by those who may", async () => {
    const shop = await createSale(sql);
    const ten = { code: "spring-10", kind: "percent" as const, percentBasisPoints: 1_000, currency: "CNY" };
    const made = await createCoupon(shop.asRole("operator"), ten);
    expect(couponDto.parse(made)).toEqual(made);
    expect(made).toMatchObject({ code: "SPRING-10", isActive: true, isPublic: false, minimum: cny(0) });
    await expect(createCoupon(shop.ctx, { ...ten, code: "Spring-10" })).rejects.toMatchObject({
      code: "conflict",
    });
    const off = await changeCoupon(shop.ctx, { id: made.id, isActive: false });
    expect(off.isActive).toBe(false);
    expect(await changeCoupon(shop.ctx, { id: made.id, isActive: false })).toEqual(off);
    expect(await shop.audited(made.id)).toEqual(["coupon.created", "coupon.changed"]);
    expect((await listCoupons(shop.ctx, { isActive: true })).data).toEqual([]);
    expect((await listCoupons(shop.asRole("viewer"))).data).toEqual([off]);
    for (const ctx of [shop.asRole("agent"), shop.visitor(shop.li)]) {
      await expect(createCoupon(ctx, { ...ten, code: "MINE" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(changeCoupon(ctx, { id: made.id })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listCoupons(shop.visitor(shop.li))).rejects.toMatchObject({ code: "forbidden" });
    const foreign = changeCoupon(sale.ctx, { id: made.id, isActive: true });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    ["code", { code: "A" }],
    ["code", { code: "A B C" }],
    ["percentBasisPoints", { percentBasisPoints: 10_001 }],
    ["percentBasisPoints", { percentBasisPoints: undefined }],
    ["amountMinor", { kind: "fixed", percentBasisPoints: undefined }],
    ["amountMinor", { amountMinor: 5 }],
    ["validUntil", { validFrom: "2026-03-02T00:00:00Z", validUntil: "2026-03-01T00:00:00Z" }],
    ["perCustomerLimit", { perCustomerLimit: 0 }],
    ["currency", { currency: "XYZ" }],
    ["productIds.0", { productIds: [newId()] }],
    ["categoryIds.0", { categoryIds: [newId()] }],
  ])("are not made with a wrong %s: %o", async (path, over) => {
    await expect(make("WRONG", over)).rejects.toMatchObject({
      code: "invalid_input",
      issues: [expect.objectContaining({ path })],
    });
  });
});
