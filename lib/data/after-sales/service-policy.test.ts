import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { createSale, TODAY } from "@/test/support/sale-shop";
import { createTestShop, openOwner } from "../catalog/test-shop";
import { servicePolicyDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { getServicePolicy, updateServicePolicy } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

describe("the service policy", () => {
  it("begins with defaults, keeps what is not changed, and belongs to one shop", async () => {
    const sale = await createSale(sql);
    const other = await createTestShop(sql);
    const before = await getServicePolicy(sale.ctx);
    expect(servicePolicyDto.parse(before)).toEqual(before);
    expect(before).toMatchObject({
      returnWindowDays: 14,
      cancelUntil: "shipping",
      returnAddress: null,
      updatedAt: null,
    });
    await updateServicePolicy(sale.ctx, { returnWindowDays: 30, nonReturnableCategoryIds: [sale.underwear] });
    const after = await updateServicePolicy(sale.ctx, { cancelUntil: "never" });
    expect(after).toEqual({
      ...before,
      returnWindowDays: 30,
      nonReturnableCategoryIds: [sale.underwear],
      cancelUntil: "never",
      updatedAt: TODAY.toISOString(),
    });
    expect(await getServicePolicy(sale.visitor(null))).toEqual(after);
    expect(await getServicePolicy(other.ctx)).toEqual(before);
    expect(await sale.audited(sale.merchantId)).toEqual(["service_policy.updated", "service_policy.updated"]);
  });

  it("loses nothing when two people save at once", async () => {
    const sale = await createSale(sql);
    await Promise.all([
      updateServicePolicy(sale.ctx, { returnWindowDays: 7 }),
      updateServicePolicy(sale.ctx, { refundDays: 3 }),
      updateServicePolicy(sale.ctx, { acceptsOpenedGoods: true }),
    ]);
    expect(await getServicePolicy(sale.ctx)).toMatchObject({
      returnWindowDays: 7,
      refundDays: 3,
      acceptsOpenedGoods: true,
    });
  });

  it("is not saved over what somebody saved since it was read", async () => {
    const sale = await createSale(sql);
    const later = { ...sale.ctx, now: () => new Date(TODAY.getTime() + 60_000) };
    const first = await updateServicePolicy(sale.ctx, { refundDays: 3, expectedUpdatedAt: null });
    const expectedUpdatedAt = first.updatedAt;
    const second = await updateServicePolicy(later, { refundDays: 4, expectedUpdatedAt });
    for (const stale of [null, expectedUpdatedAt]) {
      const late = updateServicePolicy(sale.ctx, { refundDays: 5, expectedUpdatedAt: stale });
      await expect(late).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await getServicePolicy(sale.ctx)).toEqual(second);
    const [row] = await sql`SELECT details FROM audit_log WHERE merchant_id = ${sale.merchantId}
      AND action = 'service_policy.updated' ORDER BY created_at DESC, id DESC LIMIT 1`;
    expect(row!.details).toEqual({ refundDays: 4 });
  });

  it("is validated", async () => {
    const sale = await createSale(sql);
    const other = await createSale(sql);
    for (const change of [
      { returnWindowDays: -1 },
      { returnWindowDays: 366 },
      { cancelUntil: "delivery" },
      { nonReturnableCategoryIds: [newId()] },
      { nonReturnableCategoryIds: [other.underwear] },
      { returnAddress: { recipient: "W", lines: ["1"], city: "B", country: "XX" } },
      { returnAddress: { recipient: "W", lines: ["1"], city: "M", country: "ES", postalCode: "99999" } },
      { something: 1 },
    ])
      await expect(updateServicePolicy(sale.ctx, change as never)).rejects.toMatchObject({
        code: "invalid_input",
      });
  });

  it("is changed by those who may change settings, and read by those who may read orders", async () => {
    const sale = await createSale(sql);
    for (const role of ["viewer", "agent", "operator"] as const)
      await expect(updateServicePolicy(sale.asRole(role), { refundDays: 1 })).rejects.toMatchObject({
        code: "forbidden",
      });
    expect((await updateServicePolicy(sale.asRole("owner"), { refundDays: 1 })).refundDays).toBe(1);
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["products:read"] });
    await expect(getServicePolicy(key)).rejects.toMatchObject({ code: "forbidden" });
  });
});
