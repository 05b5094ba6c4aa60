import { MINUTE_MS } from "./calendar";
import { LEAVES } from "./catalogue";
import type { Leaf } from "./catalogue/define";
import { toBase } from "./fulfilment";
import type { DemoOrder, DemoProduct, Market } from "./model";
import { type Random, WeightedIndex } from "./random";
import type { DemoShop } from "./shop";

export interface DemoEvent {
  type: "view" | "click" | "search" | "cart" | "purchase" | "touch";
  customer: number | null;
  anonymousId: string;
  product: number | null;
  query: string | null;
  quantity: number | null;
  valueMinor: number | null;
  channel: string | null;
  atMs: number;
}

export interface Visitor {
  customer: number | null;
  anonymousId: string;
  market: Market;
}

/** Where visits come from, as shares for strangers and for customers who know the shop. */
const CHANNELS: Record<Market, readonly (readonly [channel: string, stranger: number, customer: number])[]> =
  {
    zh: [
      ["xiaohongshu", 26, 9],
      ["douyin", 22, 6],
      ["wechat", 14, 26],
      ["paid_search", 14, 6],
      ["organic_search", 12, 9],
      ["sms", 1, 10],
      ["direct", 11, 34],
    ],
    en: [
      ["paid_search", 24, 7],
      ["organic_search", 22, 13],
      ["instagram", 20, 8],
      ["affiliate", 9, 4],
      ["email", 3, 30],
      ["referral", 7, 3],
      ["direct", 15, 35],
    ],
    es: [
      ["instagram", 26, 9],
      ["paid_search", 22, 7],
      ["organic_search", 20, 12],
      ["whatsapp", 6, 18],
      ["email", 3, 22],
      ["affiliate", 8, 3],
      ["direct", 15, 29],
    ],
  };

const channelTables = new Map<string, WeightedIndex>();

function chooseChannel(random: Random, visitor: Visitor): string {
  const column = visitor.customer === null ? 1 : 2;
  const key = `${visitor.market}${column}`;
  let table = channelTables.get(key);
  if (!table) {
    table = new WeightedIndex(CHANNELS[visitor.market].map((entry) => entry[column]));
    channelTables.set(key, table);
  }
  return CHANNELS[visitor.market][table.draw(random)]?.[0] ?? "direct";
}

/** What people look for and the shop does not have. */
const UNMET: Record<Market, readonly string[]> = {
  zh: ["宠物窝", "圣诞树", "婴儿床", "投影仪", "电竞椅", "跑步机"],
  en: ["dog bed", "christmas tree", "crib", "projector", "gaming chair", "shower curtain"],
  es: ["cama para perro", "árbol de navidad", "cuna", "proyector", "silla gaming", "cortina de ducha"],
};

function chooseQuery(shop: DemoShop, random: Random, market: Market, product: number): string {
  if (random.chance(0.03)) return random.pick(UNMET[market]);
  const wanted = shop.products[product] as DemoProduct;
  if (random.chance(0.25)) return wanted.name[market].toLowerCase();
  return random.pick((LEAVES[wanted.leaf] as Leaf).queries[market]);
}

/** Collects one visit's events, each some seconds after the one before. */
class Trail {
  readonly events: DemoEvent[] = [];

  constructor(
    private readonly visitor: Visitor,
    private atMs: number,
  ) {}

  add(type: DemoEvent["type"], details: Partial<DemoEvent>, pauseMs: number): void {
    this.events.push({
      type,
      customer: this.visitor.customer,
      anonymousId: this.visitor.anonymousId,
      product: null,
      query: null,
      quantity: null,
      valueMinor: null,
      channel: null,
      ...details,
      atMs: Math.floor(this.atMs),
    });
    this.atMs += pauseMs;
  }
}

/** Events of a browsing visit on average; the number of visits is planned with it. A test compares. */
export const MEAN_BROWSE_EVENTS = 1.726;

/** A visit that buys nothing: two in three leave at once, some fill a cart and abandon it. */
export function browseSession(
  shop: DemoShop,
  random: Random,
  visitor: Visitor,
  atMs: number,
  product: number,
): DemoEvent[] {
  const trail = new Trail(visitor, atMs);
  const channel = chooseChannel(random, visitor);
  const pause = () => random.between(0.1, 2.2) * MINUTE_MS;
  const depth = random.next();
  if (depth < 0.64) {
    // Whoever leaves at once is seen as a landing from outside, or as one page when nobody sent them.
    if (channel === "direct") trail.add("view", { product }, 0);
    else trail.add("touch", { channel }, 0);
    return trail.events;
  }
  if (random.chance(0.6)) trail.add("touch", { channel }, random.between(1, 9) * 1000);
  if (random.chance(0.33)) {
    trail.add("search", { query: chooseQuery(shop, random, visitor.market, product) }, pause());
    trail.add("click", { product }, random.between(1, 5) * 1000);
  }
  trail.add("view", { product }, pause());
  const group = shop.products[product]?.group ?? null;
  while (random.chance(0.36)) {
    trail.add(
      "view",
      { product: shop.shelf.draw(random, atMs, visitor.market, random.chance(0.7) ? group : null) },
      pause(),
    );
  }
  if (depth > 0.93)
    trail.add("cart", { product, quantity: 1, valueMinor: shop.products[product]?.priceMinor ?? null }, 0);
  return trail.events;
}

/** The visit that ends with the order: one cart and one purchase event for each line, in base currency. */
export function purchaseSession(
  shop: DemoShop,
  random: Random,
  visitor: Visitor,
  order: DemoOrder,
): DemoEvent[] {
  const lengthMs = (3 + 4 * order.lines.length) * MINUTE_MS;
  const trail = new Trail(visitor, order.placedAtMs - lengthMs);
  const step = () => (lengthMs / (4 * order.lines.length + 4)) * random.between(0.3, 1);
  if (random.chance(0.55)) trail.add("touch", { channel: chooseChannel(random, visitor) }, step());
  for (const line of order.lines) {
    if (random.chance(0.18)) {
      trail.add("search", { query: chooseQuery(shop, random, visitor.market, line.product) }, step());
      trail.add("click", { product: line.product }, step());
    }
    if (random.chance(0.75)) trail.add("view", { product: line.product }, step());
    trail.add(
      "cart",
      { product: line.product, quantity: line.quantity, valueMinor: toBase(line.totalMinor, order.fxRate) },
      step(),
    );
  }
  for (const line of order.lines) {
    trail.events.push({
      type: "purchase",
      customer: visitor.customer,
      anonymousId: visitor.anonymousId,
      product: line.product,
      query: null,
      quantity: line.quantity,
      valueMinor: toBase(line.totalMinor, order.fxRate),
      channel: null,
      atMs: order.placedAtMs,
    });
  }
  return trail.events;
}
