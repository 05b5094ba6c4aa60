import { addDays } from "@/lib/core/dates";
import { DAY_MS, demandOn, HOUR_MS, MINUTE_MS, shanghaiDay, shanghaiMidnight } from "./calendar";
import type { DemoOrder, Market } from "./model";
import { MARKETS } from "./model";
import { shanghaiHours } from "./orders";
import { MARKET_SHARE } from "./people";
import { apportion, Random, WeightedIndex } from "./random";
import { browseSession, type DemoEvent, MEAN_BROWSE_EVENTS, purchaseSession, type Visitor } from "./sessions";
import type { DemoShop } from "./shop";

const FULL_EVENTS = 600_000;
/**
 * The shop began to keep an event log half a year before the anchor. Sixty thousand orders at a conversion of 3 %
 * need two million visitors; half a year of them is what 600,000 events can hold.
 */
export const EVENT_DAYS = 182;
/** Of the visits that do not buy: known customers who only look, and strangers who came before. */
const KNOWN_SHARE = 0.07;
const RETURNING_SHARE = 0.1;
const REMEMBERED_VISITORS = 3_000;

/**
 * The event log, ordered by day and time, one day in memory at a time: the visits that led to the orders of the
 * time, and all those that led to none. About 600,000 at full scale.
 */
export function* buildEvents(shop: DemoShop): Generator<DemoEvent> {
  const days = eventDays(shop);
  const buying = planBuyingVisits(shop, days[0] as string);
  const cells = days.flatMap((day) => MARKETS.map((market) => ({ day, market })));
  const browsing = Math.max(0, Math.round((FULL_EVENTS * shop.scale - buying.events) / MEAN_BROWSE_EVENTS));
  const visits = apportion(
    browsing,
    cells.map(({ day, market }) => MARKET_SHARE[market] * browsingOn(shop, day, market)),
  );
  const visitors = new Visitors(shop);
  for (const [dayIndex, day] of days.entries()) {
    const events: DemoEvent[] = [];
    for (const order of buying.ordersByDay.get(day) ?? []) {
      for (const session of buyingSessions(shop, order)) events.push(...session);
    }
    for (const [marketIndex, market] of MARKETS.entries()) {
      const count = visits[dayIndex * MARKETS.length + marketIndex] as number;
      browse(shop, visitors, day, market, count, events);
    }
    const opened = shanghaiMidnight(days[0] as string);
    events.sort((one, other) => one.atMs - other.atMs);
    for (const event of events) if (event.atMs >= opened && event.atMs < shop.anchorMs) yield event;
  }
}

function eventDays(shop: DemoShop): string[] {
  const last = shanghaiDay(shop.anchorMs);
  return Array.from({ length: EVENT_DAYS + 1 }, (_, index) => addDays(last, index - EVENT_DAYS));
}

/** Looking follows buying, but a sale turns more lookers into buyers than it brings new ones. */
function browsingOn(shop: DemoShop, day: string, market: Market): number {
  const elapsed = day === shanghaiDay(shop.anchorMs) ? (shop.anchorMs - shanghaiMidnight(day)) / DAY_MS : 1;
  return demandOn(day, market, shop.firstDay) ** 0.8 * elapsed;
}

/** Groups the orders of the time by day and counts what their visits will emit, to leave the rest to browsing. */
function planBuyingVisits(shop: DemoShop, firstDay: string) {
  const opened = shanghaiMidnight(firstDay);
  const ordersByDay = new Map<string, DemoOrder[]>();
  let events = 0;
  for (const order of shop.orders) {
    if (order.placedAtMs < opened) continue;
    const day = shanghaiDay(order.placedAtMs);
    const orders = ordersByDay.get(day);
    if (orders) orders.push(order);
    else ordersByDay.set(day, [order]);
    for (const session of buyingSessions(shop, order)) events += session.length;
  }
  return { ordersByDay, events };
}

/** The visit that bought and, before a considered purchase, one or two that only looked at the same goods. */
function buyingSessions(shop: DemoShop, order: DemoOrder): DemoEvent[][] {
  const random = shop.random.fork(`visit/${order.number}`);
  const visitor: Visitor = {
    customer: order.customer,
    anonymousId: deviceId(shop, order.customer === null ? order.number : `c${order.customer}`),
    market: order.market,
  };
  const sessions: DemoEvent[][] = [];
  const joined = order.customer === null ? 0 : (shop.customers[order.customer]?.joinedAtMs ?? 0);
  const looks = random.chance(0.22) ? random.int(1, 2) : 0;
  for (let look = 0; look < looks; look++) {
    const atMs = order.placedAtMs - 2 * HOUR_MS - random.exponential(1.5 * DAY_MS);
    const product = random.pick(order.lines).product;
    // Whoever looked before signing up was a stranger then.
    const who = atMs < joined ? { ...visitor, customer: null } : visitor;
    sessions.push(browseSession(shop, random, who, atMs, product));
  }
  sessions.push(purchaseSession(shop, random, visitor, order));
  return sessions;
}

/** A browser's own identifier, the same for one person throughout. */
function deviceId(shop: DemoShop, key: string): string {
  const random = new Random(`${shop.firstDay}/device/${key}`);
  return `v_${random.uint32().toString(16).padStart(8, "0")}${random.uint32().toString(16).padStart(8, "0")}`;
}

/** Who comes to look: mostly strangers, some of them again, and some customers. */
class Visitors {
  private readonly recent: Record<Market, string[]> = { zh: [], en: [], es: [] };
  private readonly customers: Record<Market, number[]> = { zh: [], en: [], es: [] };
  private serial = 0;

  constructor(private readonly shop: DemoShop) {
    for (const [index, customer] of shop.customers.entries()) this.customers[customer.market].push(index);
  }

  draw(random: Random, market: Market, atMs: number): Visitor {
    const draw = random.next();
    if (draw < KNOWN_SHARE) {
      const customer = random.pick(this.customers[market]);
      const known = this.shop.customers[customer];
      if (known && known.joinedAtMs <= atMs && known.activeUntilMs + 60 * DAY_MS >= atMs) {
        return { customer, anonymousId: deviceId(this.shop, `c${customer}`), market };
      }
    }
    const recent = this.recent[market];
    if (draw < KNOWN_SHARE + RETURNING_SHARE && recent.length > 50) {
      return { customer: null, anonymousId: random.pick(recent), market };
    }
    const anonymousId = deviceId(this.shop, `a${this.serial++}`);
    // Those who came long ago do not come back: newcomers take their places.
    if (recent.length < REMEMBERED_VISITORS) recent.push(anonymousId);
    else recent[random.int(0, REMEMBERED_VISITORS - 1)] = anonymousId;
    return { customer: null, anonymousId, market };
  }
}

function browse(
  shop: DemoShop,
  visitors: Visitors,
  day: string,
  market: Market,
  count: number,
  events: DemoEvent[],
) {
  const random = shop.random.fork(`browse/${day}/${market}`);
  const midnight = shanghaiMidnight(day);
  const until = Math.min(shop.anchorMs, midnight + DAY_MS);
  const hours = new WeightedIndex(shanghaiHours(market, until, day));
  for (let visit = 0; visit < count; visit++) {
    let atMs = midnight + (hours.draw(random) + random.next()) * HOUR_MS;
    // The hour of the anchor is still running: its visits began in the minutes that have passed.
    if (atMs >= until - MINUTE_MS) atMs = until - random.between(1, 40) * MINUTE_MS;
    const visitor = visitors.draw(random, market, atMs);
    const product = shop.shelf.draw(random, atMs, market, null);
    for (const event of browseSession(shop, random, visitor, atMs, product)) events.push(event);
  }
}
