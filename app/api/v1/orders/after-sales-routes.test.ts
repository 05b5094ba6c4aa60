import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import type { Permission } from "@/lib/core/permissions";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { type Call, callRoute } from "@/test/support/call-route";
import { createSale, delivered, PARCEL, type Sale } from "@/test/support/sale-shop";

const { ownerUrl } = await useTestDatabase();
const cancel = await import("./[id]/cancel/route");
const returns = await import("./[id]/returns/route");
const service = await import("./[id]/service/route");
const orderRequests = await import("../order-requests/route");
const settle = await import("../order-requests/[id]/settle/route");
const policy = await import("../service-policy/route");
const coupons = await import("../coupons/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
let key: string;
beforeAll(async () => {
  sale = await createSale(sql);
  key = await sale.createApiKey();
});
const call = (handler: Parameters<typeof callRoute>[0], input: Call) => callRoute(handler, { key, ...input });

describe("the routes of after-sales", () => {
  it("cancel once, and answer a repeat with what was answered", async () => {
    const id = await sale.sell();
    const body = { requestKey: newId() };
    const first = await call(cancel.POST, { params: { id }, body });
    expect([first.status, first.json.refund]).toEqual([200, { amountMinor: 24_000, currency: "CNY" }]);
    const again = await call(cancel.POST, { params: { id }, body });
    expect(again.json).toEqual(first.json);
    const open = await call(orderRequests.GET, { query: `?status=open&orderId=${id}` });
    expect(open.json.data.map((request: { id: string }) => request.id)).toEqual([first.json.id]);
    const done = await call(settle.POST, { params: { id: first.json.id }, body: { status: "done" } });
    expect([done.status, done.json.status]).toEqual([200, "done"]);
  });

  it("refuse with the reason and its facts as a problem's details", async () => {
    const id = await sale.sell({ status: "shipped", shipments: [PARCEL.inTransit] });
    const answer = await call(cancel.POST, { params: { id }, body: { requestKey: newId() } });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({
      code: "not_possible",
      details: { isPossible: false, reason: "already_shipped", trackingNumber: "SF1" },
    });
    const options = await call(service.GET, { params: { id } });
    expect(options.json).toMatchObject({
      cancel: { reason: "already_shipped" },
      return: { reason: "not_delivered_yet", expectedAt: "2026-03-21T00:00:00.000Z" },
    });
  });

  it("take 422 for a body that is wrong, and 403 for a key without the scope", async () => {
    const id = await sale.sell(delivered());
    const bad = await call(returns.POST, {
      params: { id },
      body: { requestKey: "k", reason: "boredom", lines: [] },
    });
    expect([bad.status, bad.json.code]).toEqual([422, "invalid_input"]);
    expect(bad.json.errors.map(({ path }: { path: string }) => path)).toEqual(["reason", "lines"]);
    const scopes: Permission[] = ["orders:read", "orders:write"];
    const weak = await sale.createApiKey(scopes);
    const refused = await callRoute(cancel.POST, { key: weak, params: { id }, body: { requestKey: "k" } });
    expect(refused.status).toBe(403);
  });

  it("change the policy by parts, and list coupons by what a query says", async () => {
    const changed = await call(policy.PATCH, { body: { returnWindowDays: 7 } });
    expect(changed.json).toMatchObject({ returnWindowDays: 7, cancelUntil: "shipping" });
    expect((await call(policy.GET, {})).json).toEqual(changed.json);
    expect((await call(policy.PATCH, { body: { returnWindow: 7 } })).status).toBe(422);
    const coupon = { code: "ship", kind: "free_shipping", currency: "CNY" };
    expect((await call(coupons.POST, { body: coupon })).status).toBe(201);
    const listed = async (query: string) => (await call(coupons.GET, { query })).json.data.length;
    expect([await listed("?isActive=true"), await listed("?isActive=false")]).toEqual([1, 0]);
  });
});
