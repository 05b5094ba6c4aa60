import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { getConversion, getOverview } = await import("./index");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const ZONE = "Europe/Madrid";
const NOW = new Date("2026-04-10T09:00:00Z");
// Madrid goes from UTC+1 to UTC+2 on 29 March 2026: that day has 23 hours.
const PERIOD = { from: "2026-03-28", to: "2026-04-03" };

interface Fact {
  at: Date;
  amount: number;
  status: string;
}

let shop: TestShop;
let orders: Fact[];
let returns: Fact[];
let visits: { at: Date; visitor: string; type: string }[];

/** An even, repeatable scatter of facts over 20 days, all hours of the day among them. */
function scatter(count: number, seed: number): Date[] {
  const start = Date.parse("2026-03-18T00:00:00Z");
  return Array.from(
    { length: count },
    (_, at) => new Date(start + ((at * 7_919_000 * seed) % (20 * 86_400_000))),
  );
}

beforeAll(async () => {
  shop = await createTestShop(sql, { currency: "EUR", timeZone: ZONE, now: NOW });
  const m = shop.merchantId;
  const statuses = ["paid", "shipped", "delivered", "returned", "pending", "cancelled"];
  orders = scatter(400, 37).map((at, n) => ({ at, amount: 1_000 + n * 13, status: statuses[n % 6]! }));
  returns = scatter(60, 53).map((at, n) => ({
    at,
    amount: 100 + n,
    status: n % 4 ? "refunded" : "rejected",
  }));
  visits = scatter(900, 71).map((at, n) => ({
    at,
    visitor: `v${n % 170}`,
    type: n % 11 === 0 ? "purchase" : "view",
  }));
  await sql`INSERT INTO orders ${sql(
    orders.map(({ at, amount, status }, n) => ({
      merchant_id: m,
      id: newId(),
      external_id: `o${n}`,
      number: `o${n}`,
      status,
      placed_at: at,
      currency: "EUR",
      total_minor: amount,
      base_total_minor: amount,
    })),
  )}`;
  await sql`INSERT INTO returns ${sql(
    returns.map(({ at, amount, status }, n) => ({
      merchant_id: m,
      id: newId(),
      external_id: `r${n}`,
      status,
      returned_at: at,
      currency: "EUR",
      refund_minor: amount,
      base_refund_minor: amount,
    })),
  )}`;
  await sql`INSERT INTO events ${sql(
    visits.map(({ at, visitor, type }, n) => ({
      merchant_id: m,
      id: `e${n}`,
      type,
      anonymous_id: visitor,
      occurred_at: at,
    })),
  )}`;
});

/** The day in Madrid, by another road than the code under test: Intl's own calendar fields. */
const madridDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const dayOf = (at: Date) => madridDay.format(at);

function expected(from: string, to: string) {
  const within = ({ at }: { at: Date }) => dayOf(at) >= from && dayOf(at) <= to;
  const counted = orders.filter((o) => within(o) && o.status !== "pending" && o.status !== "cancelled");
  const gross = counted.reduce((sum, o) => sum + o.amount, 0);
  const refunds = returns
    .filter((r) => within(r) && r.status !== "rejected")
    .reduce((sum, r) => sum + r.amount, 0);
  const seen = visits.filter(within);
  const buyers = new Set(seen.filter((visit) => visit.type === "purchase").map((visit) => visit.visitor));
  return {
    net: gross - refunds,
    orders: counted.length,
    average: Math.round(gross / counted.length),
    conversion: buyers.size / new Set(seen.map((visit) => visit.visitor)).size,
  };
}

describe("getOverview", () => {
  it("agrees with sums made one fact at a time, in the shop's time zone", async () => {
    const overview = await getOverview(shop.asRole("viewer"), PERIOD);
    const now = expected(PERIOD.from, PERIOD.to);
    const before = expected("2026-03-21", "2026-03-27");
    expect(overview.comparison).toEqual({ from: "2026-03-21", to: "2026-03-27" });
    const { netRevenue, orders: count, averageOrderValue } = overview.kpis;
    expect([netRevenue.current, netRevenue.previous]).toEqual([now.net, before.net]);
    expect(netRevenue.change).toBeCloseTo((now.net - before.net) / before.net, 12);
    expect([count.current, count.previous]).toEqual([now.orders, before.orders]);
    expect([averageOrderValue.current, averageOrderValue.previous]).toEqual([now.average, before.average]);
    const conversion = await getConversion(shop.asRole("viewer"), PERIOD);
    expect(conversion.current).toBeCloseTo(now.conversion, 12);
    expect(conversion.previous).toBeCloseTo(before.conversion, 12);
    expect(overview).toMatchObject({ timeZone: ZONE, currency: "EUR", asOf: NOW.toISOString() });
    expect(overview.dataRange).toEqual({
      from: dayOf(orders.map((o) => o.at).sort((a, b) => +a - +b)[0]!),
      to: dayOf(orders.map((o) => o.at).sort((a, b) => +b - +a)[0]!),
    });
  });

  it("agrees day by day, on the day of the clock change too", async () => {
    const overview = await getOverview(shop.ctx, PERIOD);
    const conversion = await getConversion(shop.ctx, PERIOD);
    expect(overview.revenue).toHaveLength(7);
    for (const [at, { day, currentMinor, previousDay, previousMinor }] of overview.revenue.entries()) {
      const that = expected(day, day);
      expect(currentMinor, day).toBe(that.net);
      expect(previousMinor, day).toBe(expected(previousDay!, previousDay!).net);
      expect(overview.kpis.orders.series[at]).toBe(that.orders);
      expect(conversion.series[at]).toBeCloseTo(that.conversion, 12);
    }
    expect(overview.revenue[1]).toMatchObject({ day: "2026-03-29", previousDay: "2026-03-22" });
  });

  it("has nothing to compare with when told so, and no conversion without events", async () => {
    const alone = await getOverview(shop.ctx, { ...PERIOD, compare: "none" });
    expect(alone.comparison).toBeNull();
    expect(alone.kpis.orders).toMatchObject({
      current: expected(PERIOD.from, PERIOD.to).orders,
      previous: null,
      change: null,
    });
    expect(alone.revenue[0]).toMatchObject({ previousDay: null, previousMinor: null });
    const empty = await createTestShop(sql, { now: NOW });
    const nothing = await getOverview(empty.ctx, PERIOD);
    expect(await getConversion(empty.ctx, PERIOD)).toMatchObject({
      current: null,
      previous: null,
      change: null,
    });
    expect((await getConversion(shop.ctx, { ...PERIOD, compare: "none" })).previous).toBeNull();
    expect(nothing.kpis.averageOrderValue.current).toBeNull();
    expect(nothing.kpis.netRevenue).toMatchObject({ current: 0, previous: 0, change: null });
    expect(nothing.dataRange).toBeNull();
  });

  it("refuses periods that end before they begin, and callers without metrics:read", async () => {
    await expect(getOverview(shop.ctx, { from: "2026-04-03", to: "2026-04-02" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["orders:read"] });
    await expect(getOverview(key, PERIOD)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("shows who waits and what runs out, of this shop alone", async () => {
    const { ctx, merchantId: m } = await createTestShop(sql, { now: NOW });
    const talk = (over: object) => ({
      merchant_id: m,
      id: newId(),
      channel: "web",
      status: "open",
      owner: "human",
      handoff_reason: null as string | null,
      waiting_since: null as Date | null,
      ...over,
    });
    const late = talk({ handoff_reason: "complaint", waiting_since: new Date("2026-04-10T08:00:00Z") });
    const later = talk({ handoff_reason: "asked", waiting_since: new Date("2026-04-10T08:30:00Z") });
    await sql`INSERT INTO conversations ${sql([later, late, talk({ owner: "bot" }), talk({ status: "resolved" })])}`;
    const product = (
      external_id: string,
      on_hand: number,
      reserved: number,
      reorder_point: number | null,
    ) => ({
      merchant_id: m,
      id: newId(),
      external_id,
      sku: external_id,
      name: { en: external_id },
      price_minor: 100,
      currency: "CNY",
      on_hand,
      reserved,
      reorder_point,
    });
    const products = [
      product("slow", 4, 0, 5),
      product("fast", 14, 10, 5),
      product("ok", 9, 3, 5),
      product("unwatched", 0, 0, null),
    ];
    await sql`INSERT INTO products ${sql(products.map((row) => ({ ...row, name: sql.json(row.name) as never })))}`;
    const order = newId();
    await sql`INSERT INTO orders (merchant_id, id, external_id, number, status, placed_at, currency, total_minor, base_total_minor)
      VALUES (${m}, ${order}, 'o', 'o', 'paid', '2026-04-01', 'CNY', 800, 800)`;
    await sql`INSERT INTO order_lines (merchant_id, id, order_id, position, product_id, quantity, unit_price_minor, total_minor)
      VALUES (${m}, ${newId()}, ${order}, 1, ${products[1]!.id}, 8, 100, 800)`;
    const { conversations, stock } = await getOverview(ctx, PERIOD);
    expect(conversations).toMatchObject({ open: 3, bot: 1, human: 2, waiting: 2 });
    expect(conversations.waitingList.map((waiting) => waiting.id)).toEqual([late.id, later.id]);
    expect(conversations.waitingList[0]).toEqual({
      id: late.id,
      customerName: null,
      channel: "web",
      handoffReason: "complaint",
      waitingSince: "2026-04-10T08:00:00.000Z",
    });
    expect(stock.alerts).toBe(2);
    expect(stock.top).toMatchObject([
      { sku: "fast", available: 4, sold28Days: 8, daysOfCover: 14 },
      { sku: "slow", available: 4, sold28Days: 0, daysOfCover: null },
    ]);
  });
});
