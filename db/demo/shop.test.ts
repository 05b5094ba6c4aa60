import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { eventLoad } from "./activity-rows";
import { buildEvents } from "./behaviour";
import { DAY_MS, shanghaiDay } from "./calendar";
import { buildConversations, type DemoAgent } from "./conversations";
import { encodeRow } from "./copy-rows";
import { orderStatusAt } from "./model";
import { readConversations } from "./readings";
import { factLoads } from "./rows";
import type { DemoEvent } from "./sessions";
import { buildShop } from "./shop";

const ANCHOR = new Date("2026-11-23T09:30:00Z");
const AGENTS: DemoAgent[] = [
  {
    id: "0192fd0d-e800-7001-8d88-c44e5f89f2d0",
    name: "Chen Yue 陈悦",
    signatures: { zh: "陈悦", en: "Yue" },
  },
  { id: "0192fd0d-e800-7001-8d88-c44e5f89f2d1", name: "Sofía Marín", signatures: { es: "Sofía" } },
];

function fingerprint(anchor: Date): string {
  const shop = buildShop(anchor, 0.02);
  const conversations = buildConversations(shop, AGENTS);
  const hash = createHash("sha256");
  for (const load of factLoads(shop, "m")) for (const row of load.rows) hash.update(encodeRow(row));
  for (const row of eventLoad(shop, "m").rows) hash.update(encodeRow(row));
  return hash.update(JSON.stringify(conversations)).digest("hex");
}

describe("the demo shop", () => {
  it("is the same for the same anchor and another for another", () => {
    expect(fingerprint(ANCHOR)).toBe(fingerprint(ANCHOR));
    expect(fingerprint(ANCHOR)).not.toBe(fingerprint(new Date(ANCHOR.getTime() + DAY_MS)));
  }, 60_000);
});

describe("its facts at full scale", () => {
  const shop = buildShop(ANCHOR);
  const anchorMs = ANCHOR.getTime();

  it("have the size of a real shop", () => {
    expect(shop.products).toHaveLength(240);
    expect(new Set(shop.products.map((product) => product.name.zh)).size).toBe(240);
    expect(new Set(shop.products.map((product) => product.sku)).size).toBe(240);
    expect(shop.customers).toHaveLength(4_000);
    expect(new Set(shop.customers.map((customer) => customer.email)).size).toBe(4_000);
    expect(shop.orders).toHaveLength(60_000);
    const lines = shop.orders.reduce((sum, order) => sum + order.lines.length, 0);
    expect(lines).toBeGreaterThan(110_000);
    expect(lines).toBeLessThan(130_000);
  });

  it("sell above cost with margins from 25 to 60 %", () => {
    for (const { priceMinor, costMinor } of shop.products) {
      const margin = 1 - costMinor / priceMinor;
      expect(margin).toBeGreaterThanOrEqual(0.249);
      expect(margin).toBeLessThanOrEqual(0.601);
    }
  });

  it("add up to the fen, in the order's currency and in the base currency", () => {
    const wrong = shop.orders.filter((order) => {
      const goods = order.lines.reduce((sum, line) => sum + line.totalMinor, 0);
      const rate = BigInt(Math.round(order.fxRate * 10_000));
      const inBase = (BigInt(order.totalMinor) * rate * 2n + 10_000n) / 20_000n;
      const isExact =
        goods - order.discountMinor + order.shippingMinor === order.totalMinor &&
        order.totalMinor > 0 &&
        BigInt(order.baseTotalMinor) === inBase &&
        (order.currency !== "CNY" || order.fxRate === 1) &&
        order.lines.every(
          (line) => line.quantity * line.unitPriceMinor - line.discountMinor === line.totalMinor,
        ) &&
        (!order.return || order.return.refundMinor <= goods - order.discountMinor);
      return !isExact;
    });
    expect(wrong).toEqual([]);
  });

  it("have statuses that fit their dates", () => {
    const settled = ["delivered", "cancelled", "returned"];
    const wrong = shop.orders.filter((order) => {
      const age = anchorMs - order.placedAtMs;
      const status = orderStatusAt(order, anchorMs);
      const { shipment } = order;
      return (
        age <= 0 ||
        (status === "pending" && age > DAY_MS) ||
        (status === "paid" && age > 15 * DAY_MS) ||
        (age > 60 * DAY_MS && !shipment?.lost && !settled.includes(status)) ||
        (shipment && shipment.shippedAtMs <= (order.paidAtMs ?? 0)) ||
        (shipment && shipment.deliveredAtMs <= shipment.shippedAtMs)
      );
    });
    expect(wrong).toEqual([]);
    const now = shop.orders.map((order) => orderStatusAt(order, anchorMs));
    expect(now.filter((status) => status === "pending").length).toBeGreaterThan(0);
    expect(now.filter((status) => status === "paid").length).toBeGreaterThan(20);
    expect(now.filter((status) => status === "shipped").length).toBeGreaterThan(200);
  });

  it("follow the seasons: 11.11 stands out, the Spring Festival is quiet, early weeks are smaller", () => {
    const byDay = new Map<string, number>();
    for (const order of shop.orders) {
      const day = shanghaiDay(order.placedAtMs);
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
    const sorted = [...byDay.values()].sort((one, other) => one - other);
    const median = sorted[sorted.length >> 1] as number;
    expect(byDay.get("2025-11-11")).toBeGreaterThan(3 * median);
    expect(byDay.get("2026-11-11")).toBeGreaterThan(3 * median);
    expect(byDay.get("2026-06-18")).toBeGreaterThan(2 * median);
    expect(byDay.get("2026-02-17")).toBeLessThan(0.6 * median);
    expect(byDay.get("2025-11-28")).toBeGreaterThan(1.5 * median);
  });

  it("have guests, returns, three currencies and numbers that ascend with time", () => {
    const share = (count: number) => count / shop.orders.length;
    expect(share(shop.orders.filter((order) => order.customer === null).length)).toBeCloseTo(0.03, 2);
    expect(share(shop.orders.filter((order) => order.return).length)).toBeCloseTo(0.04, 2);
    expect(share(shop.orders.filter((order) => order.currency === "CNY").length)).toBeGreaterThan(0.6);
    expect(new Set(shop.orders.map((order) => order.currency)).size).toBe(3);
    const wrong = shop.orders.filter((order, index) => {
      const before = shop.orders[index - 1];
      const isLater = !before || (order.placedAtMs >= before.placedAtMs && order.id > before.id);
      return order.number !== `HP-${20_001 + index}` || !isLater;
    });
    expect(wrong).toEqual([]);
  });

  it("keep a few shelves low and a few empty, the rest well filled", () => {
    const available = shop.stock.map(({ onHand, reserved }) => onHand - reserved);
    const alerts = shop.stock.filter(
      ({ reorderPoint }, index) => (available[index] as number) <= reorderPoint,
    );
    expect(available.every((count) => count >= 0)).toBe(true);
    expect(alerts).toHaveLength(12);
    expect(available.filter((count) => count === 0)).toHaveLength(3);
  });

  it("have half a year of events, nearly all of them without a purchase", () => {
    let count = 0;
    let last = 0;
    let early = 0;
    let nameless = 0;
    const came = new Set<string | number>();
    const bought = new Set<string | number>();
    const purchased = new Map<string, number>();
    const remember = (event: DemoEvent) => {
      if (!/^v_[0-9a-f]{16}$/.test(event.anonymousId)) nameless++;
      const visitor = event.customer ?? event.anonymousId;
      if (event.atMs > anchorMs - 28 * DAY_MS) {
        came.add(visitor);
        if (event.type === "purchase") bought.add(visitor);
      }
      if (event.type !== "purchase") return;
      const key = `${event.atMs}/${event.customer}`;
      purchased.set(key, (purchased.get(key) ?? 0) + (event.quantity ?? 0));
    };
    for (const event of buildEvents(shop)) {
      count++;
      last = Math.max(last, event.atMs);
      remember(event);
      if (event.product !== null && (shop.products[event.product]?.launchedAtMs ?? 0) > event.atMs) early++;
    }
    expect(early).toBe(0);
    expect(nameless).toBe(0);
    expect(Math.abs(count / 600_000 - 1)).toBeLessThan(0.05);
    expect(last).toBeLessThanOrEqual(anchorMs);
    expect(last).toBeGreaterThan(anchorMs - 15 * 60_000);
    const conversion = bought.size / came.size;
    expect(conversion).toBeGreaterThan(0.02);
    expect(conversion).toBeLessThan(0.045);
    // Every order of the last four weeks was seen in the shop, piece for piece.
    const unseen = shop.orders.filter((order) => {
      const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
      const seen = purchased.get(`${order.placedAtMs}/${order.customer}`) ?? 0;
      return order.placedAtMs > anchorMs - 28 * DAY_MS && seen < pieces;
    });
    expect(unseen).toEqual([]);
  });
});

describe("its conversations", () => {
  const shop = buildShop(ANCHOR, 0.3);
  const conversations = buildConversations(shop, AGENTS);
  const of = (ending: string) => conversations.filter((conversation) => conversation.ending === ending);

  it("leave people waiting since less than an hour, and agents and the bot at work", () => {
    expect(of("waiting")).toHaveLength(12);
    for (const { waitingSinceMs, handoffReason, agent } of of("waiting")) {
      expect(ANCHOR.getTime() - (waitingSinceMs as number)).toBeLessThan(3_600_000);
      expect(["asked_for_human", "low_confidence", "unsupported_intent"]).toContain(handoffReason);
      expect(agent).toBeNull();
    }
    expect(of("bot")).toHaveLength(25);
    expect(
      of("assigned").every(
        ({ agent, messages }) => agent && messages.some(({ author }) => author === "note"),
      ),
    ).toBe(true);
    expect(of("snoozed").every(({ snoozedUntilMs }) => (snoozedUntilMs as number) > ANCHOR.getTime())).toBe(
      true,
    );
  });

  it("were understood, some wrongly, and agents have said so of a few", () => {
    const { readings, reviews } = readConversations(conversations, shop.random);
    const messages = conversations.flatMap((conversation) => conversation.messages);
    const asked = messages.filter(({ author, intent }) => author === "customer" && intent !== null);
    expect([...readings.keys()].sort()).toEqual(asked.map(({ id }) => id).sort());
    for (const { intent, confidence, alternatives, margin, sentiment } of readings.values()) {
      const all = [confidence, ...alternatives.map((other) => other.confidence)];
      expect([...all].sort((a, b) => b - a)).toEqual(all);
      expect(all.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1.003);
      expect(margin).toBeGreaterThanOrEqual(0);
      expect(Math.abs(sentiment)).toBeLessThanOrEqual(1);
      expect(alternatives.map(({ id }) => id)).not.toContain(intent);
    }
    const corrected = reviews.filter(({ intent, reading }) => intent !== reading.intent);
    expect(corrected.length).toBeGreaterThan(2);
    expect(corrected.length).toBeLessThanOrEqual(8);
    expect(reviews.length).toBeGreaterThan(corrected.length);
  });

  it("never run past the anchor, and quote orders of the person who asks", () => {
    const numbers = new Map(shop.orders.map((order) => [order.number, order]));
    let quoted = 0;
    for (const { messages, customer } of conversations) {
      for (const message of messages) {
        expect(message.atMs).toBeLessThanOrEqual(ANCHOR.getTime());
        expect(message.text).not.toMatch(/[{}#]/);
        for (const number of message.text.match(/HP-\d{5,6}/g) ?? []) {
          quoted++;
          expect(numbers.get(number)?.customer).toBe(customer);
          expect(numbers.get(number)?.placedAtMs).toBeLessThan(message.atMs);
        }
      }
    }
    expect(quoted).toBeGreaterThan(50);
  });
});
