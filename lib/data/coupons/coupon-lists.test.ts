import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale, TODAY } from "@/test/support/sale-shop";
import { COUPON_STATES, couponStateAt, couponUseDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { createCoupon, getCoupon, getCouponUseTotals } = await import(".");
const { listCoupons, listCouponUses, redeemCoupon } = await import(".");
const { cancelOrder } = await import("../after-sales");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
const make = (code: string, over: object = {}) =>
  createCoupon(sale.ctx, { code, kind: "percent", percentBasisPoints: 1_000, currency: "CNY", ...over });

beforeAll(async () => {
  sale = await createSale(sql);
  const now = TODAY.toISOString();
  await make("ALWAYS");
  await make("BEGUN", { validFrom: now });
  await make("LATER", { validFrom: "2026-03-20T04:00:01Z", validUntil: "2026-04-01T00:00:00Z" });
  await make("ENDED", { validUntil: now });
  await make("OFF", { isActive: false, validUntil: now });
});

describe("the list of coupons", () => {
  it("by state agrees with the state of each", async () => {
    const { data } = await listCoupons(sale.ctx);
    expect(data).toHaveLength(5);
    for (const state of COUPON_STATES) {
      const expected = data.filter((coupon) => couponStateAt(coupon, TODAY) === state);
      expect((await listCoupons(sale.ctx, { state })).data, state).toEqual(expected);
    }
    const codes = async (filter: object) =>
      (await listCoupons(sale.ctx, filter)).data.map(({ code }) => code).sort();
    expect(await codes({ state: "running" })).toEqual(["ALWAYS", "BEGUN"]);
    expect(await codes({ state: "scheduled" })).toEqual(["LATER"]);
    expect(await codes({ state: "over" })).toEqual(["ENDED"]);
    expect(await codes({ state: "off" })).toEqual(["OFF"]);
    expect(await codes({ q: "e" })).toEqual(["BEGUN", "ENDED", "LATER"]);
    expect(await codes({ q: "_" })).toEqual([]);
  });

  it("gives one to its own shop alone", async () => {
    const { id } = await make("ONE");
    expect(await getCoupon(sale.asRole("viewer"), { id })).toMatchObject({ id, code: "ONE" });
    const other = await createSale(sql);
    await expect(getCoupon(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(getCoupon(sale.visitor(null), { id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the uses of a coupon", () => {
  it("are listed newest first; cancelled orders are named, and count for nothing", async () => {
    const { id } = await make("USED");
    const at = (day: number) => ({ ...sale.ctx, now: () => new Date(`2026-03-${day}T04:00:00Z`) });
    const orders = [await sale.sell(), await sale.sell(), await sale.sell()];
    for (const [index, orderId] of orders.entries())
      await redeemCoupon(at(11 + index), { code: "used", orderId });
    await cancelOrder(sale.ctx, { orderId: orders[1]!, requestKey: newId() });
    const first = await listCouponUses(sale.ctx, { id, limit: 2 });
    const rest = await listCouponUses(sale.ctx, { id, limit: 2, cursor: first.nextCursor! });
    const uses = [...first.data, ...rest.data];
    expect(rest.nextCursor).toBeNull();
    for (const use of uses) expect(couponUseDto.parse(use)).toEqual(use);
    expect(uses.map(({ orderId }) => orderId)).toEqual(orders.toReversed());
    expect(uses.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false]);
    // Ten per cent of two shirts and a mug, twice.
    const totals = { [id]: { uses: 2, discountMinor: 4_600 } };
    expect(await getCouponUseTotals(sale.ctx, [id, newId()])).toEqual(totals);
    expect(await getCouponUseTotals(sale.ctx, [])).toEqual({});
    const other = await createSale(sql);
    expect(await getCouponUseTotals(other.ctx, [id])).toEqual({});
    await expect(listCouponUses(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["products:read"] });
    await expect(listCouponUses(key, { id })).rejects.toMatchObject({ code: "forbidden" });
  });
});
