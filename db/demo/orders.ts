import { addDays } from "@/lib/core/dates";
import {
  demandOn,
  fxRateOn,
  HOUR_MS,
  hourWeights,
  MINUTE_MS,
  saleOn,
  shanghaiDay,
  shanghaiMidnight,
} from "./calendar";
import { fulfil, toBase } from "./fulfilment";
import type { Currency, DemoCustomer, DemoLine, DemoOrder, DemoProduct, Market } from "./model";
import { MARKETS } from "./model";
import { MARKET_SHARE, makePerson } from "./people";
import { apportion, type IdFactory, type Random, WeightedIndex } from "./random";
import type { Shelf } from "./shelf";

export const HISTORY_DAYS = 548;
const FIRST_NUMBER = 20_001;
const LINE_COUNT = new WeightedIndex([44, 28, 15, 8, 5]);

export interface OrderWorld {
  products: readonly DemoProduct[];
  customers: readonly DemoCustomer[];
  shelf: Shelf;
  anchorMs: number;
  firstDay: string;
}

/** All orders from the first day to the anchor, in the order in which they were placed. */
export function buildOrders(random: Random, ids: IdFactory, world: OrderWorld, count: number): DemoOrder[] {
  const buyers = new Map(MARKETS.map((market) => [market, new Buyers(world.customers, market)]));
  const stamps = placeStamps(random.fork("stamps"), world, count);
  return stamps.map(({ timeMs, market }, index) => {
    const draw = random.fork(index);
    return placeOrder(draw, ids, world, buyers.get(market) as Buyers, market, timeMs, index);
  });
}

/** The customers of one market, drawn by weight among those who are buying at the time. */
class Buyers {
  private readonly indexes: number[];
  private readonly table: WeightedIndex;

  constructor(
    private readonly customers: readonly DemoCustomer[],
    market: Market,
  ) {
    this.indexes = customers.flatMap((customer, index) => (customer.market === market ? [index] : []));
    this.table = new WeightedIndex(this.indexes.map((index) => (customers[index] as DemoCustomer).weight));
  }

  draw(random: Random, timeMs: number): number {
    for (let attempt = 0; attempt < 400; attempt++) {
      const index = this.indexes[this.table.draw(random)] as number;
      const customer = this.customers[index] as DemoCustomer;
      if (customer.joinedAtMs + HOUR_MS <= timeMs && timeMs <= customer.activeUntilMs) return index;
    }
    const always = this.indexes.find(
      (index) => this.customers[index]?.activeUntilMs === Number.POSITIVE_INFINITY,
    );
    return always as number;
  }
}

/** Decides when orders come: the days by demand, the hours by the market's habits, none after the anchor. */
function placeStamps(random: Random, world: OrderWorld, count: number): { timeMs: number; market: Market }[] {
  const lastDay = shanghaiDay(world.anchorMs);
  const cells: { day: string; market: Market }[] = [];
  const weights: number[] = [];
  for (let day = world.firstDay; day <= lastDay; day = addDays(day, 1)) {
    const noise = Math.exp(random.normal(0, 0.07));
    for (const market of MARKETS) {
      cells.push({ day, market });
      const elapsed = day === lastDay ? elapsedShare(market, world.anchorMs) : 1;
      weights.push(MARKET_SHARE[market] * demandOn(day, market, world.firstDay) * noise * elapsed);
    }
  }
  const stamps: { timeMs: number; market: Market }[] = [];
  for (const [index, orders] of apportion(count, weights).entries()) {
    const { day, market } = cells[index] as { day: string; market: Market };
    const hours = new WeightedIndex(
      shanghaiHours(market, day === lastDay ? world.anchorMs : Number.POSITIVE_INFINITY, day),
    );
    const midnight = shanghaiMidnight(day);
    for (let order = 0; order < orders; order++) {
      const timeMs = midnight + Math.floor((hours.draw(random) + random.next()) * HOUR_MS);
      stamps.push({ timeMs: Math.min(timeMs, world.anchorMs - random.int(1, 55) * MINUTE_MS), market });
    }
  }
  return stamps.sort((one, other) => one.timeMs - other.timeMs);
}

/** A market's hours as they fall on the Shanghai day; `untilMs` empties those that have not come yet. */
export function shanghaiHours(market: Market, untilMs: number, day: string): number[] {
  const local = hourWeights(market);
  const offset = market === "zh" ? 8 : market === "en" ? -5 : 0;
  const midnight = shanghaiMidnight(day);
  return Array.from({ length: 24 }, (_, hour) =>
    midnight + hour * HOUR_MS < untilMs ? (local[(hour - 8 + offset + 48) % 24] as number) : 0,
  );
}

function elapsedShare(market: Market, anchorMs: number): number {
  const day = shanghaiDay(anchorMs);
  const sum = (hours: number[]) => hours.reduce((all, hour) => all + hour, 0);
  return (
    sum(shanghaiHours(market, anchorMs, day)) / sum(shanghaiHours(market, Number.POSITIVE_INFINITY, day))
  );
}

function placeOrder(
  random: Random,
  ids: IdFactory,
  world: OrderWorld,
  buyers: Buyers,
  market: Market,
  timeMs: number,
  index: number,
): DemoOrder {
  const customerIndex = random.chance(0.03) ? null : buyers.draw(random, timeMs);
  const customer = customerIndex === null ? null : (world.customers[customerIndex] as DemoCustomer);
  const contact = customer ?? makePerson(random, market, 100_000 + index);
  const day = shanghaiDay(timeMs);
  const currency = chooseCurrency(random, contact.country);
  const fxRate = fxRateOn(day, currency);
  const id = ids.at(timeMs);
  const isSale = saleOn(day, market) > 2;
  const favouriteGroup = customer?.favouriteGroup ?? null;
  const lines = chooseLines(random, ids, world, { market, timeMs, currency, favouriteGroup, isSale });
  const goods = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const { discountMinor, shippingMinor } = orderCharges(random, goods, currency, isSale);
  const totalMinor = goods - discountMinor + shippingMinor;
  const number = `HP-${FIRST_NUMBER + index}`;
  const order: DemoOrder = {
    id,
    number,
    externalId: `order-${FIRST_NUMBER + index}`,
    customer: customerIndex,
    recipient: contact.name,
    email: contact.email,
    phone: contact.phone,
    market,
    country: contact.country,
    city: contact.city,
    placedAtMs: timeMs,
    currency,
    fxRate,
    discountMinor,
    shippingMinor,
    totalMinor,
    baseTotalMinor: toBase(totalMinor, fxRate),
    lines,
    paidAtMs: null,
    cancelledAtMs: null,
    shipment: null,
    return: null,
  };
  fulfil(order, random, ids);
  return order;
}

function chooseCurrency(random: Random, country: string): Currency {
  if (country === "CN") return "CNY";
  if (country === "ES") return random.chance(0.85) ? "EUR" : "CNY";
  return random.chance(0.8) ? "USD" : "CNY";
}

interface Basket {
  market: Market;
  timeMs: number;
  currency: Currency;
  favouriteGroup: number | null;
  isSale: boolean;
}

function chooseLines(random: Random, ids: IdFactory, world: OrderWorld, basket: Basket): DemoLine[] {
  const wanted = LINE_COUNT.draw(random) + 1;
  const chosen: number[] = [];
  let group = random.chance(0.45) ? basket.favouriteGroup : null;
  for (let attempt = 0; chosen.length < wanted && attempt < wanted * 4; attempt++) {
    const product = world.shelf.draw(random, basket.timeMs, basket.market, group);
    if (chosen.includes(product)) continue;
    chosen.push(product);
    // What goes into one basket belongs together more often than not.
    group = random.chance(0.55) ? (world.products[product] as DemoProduct).group : null;
  }
  return chosen.map((product) => {
    const unitPriceMinor = priceIn((world.products[product] as DemoProduct).priceMinor, basket.currency);
    const quantity = random.chance(0.86) ? 1 : random.chance(0.8) ? 2 : random.int(3, 6);
    const gross = unitPriceMinor * quantity;
    const rate = random.chance(basket.isSale ? 0.6 : 0.09) ? random.pick([0.05, 0.08, 0.1, 0.15]) : 0;
    const discountMinor = Math.round(gross * rate);
    return {
      id: ids.at(basket.timeMs),
      product,
      quantity,
      unitPriceMinor,
      discountMinor,
      totalMinor: gross - discountMinor,
    };
  });
}

/** The shop's list prices abroad: converted once at a round rate, ending in .90. */
export function priceIn(priceMinor: number, currency: Currency): number {
  if (currency === "CNY") return priceMinor;
  const converted = priceMinor / (currency === "USD" ? 6.9 : 7.6);
  return Math.max(390, Math.round(converted / 100) * 100 - 10);
}

/** 满减 (30 off 300) on sale days and sometimes between; free delivery above a threshold. */
function orderCharges(random: Random, goods: number, currency: Currency, isSale: boolean) {
  const unit = currency === "CNY" ? 1 : 0.14;
  const isEligible = goods >= 30_000 * unit && random.chance(isSale ? 0.75 : 0.16);
  const steps = isEligible ? Math.min(5, Math.floor(goods / (30_000 * unit))) : 0;
  const isFree = goods >= (currency === "CNY" ? 9_900 : 6_900);
  const fee = currency === "CNY" ? random.pick([800, 1000, 1200]) : currency === "USD" ? 990 : 890;
  return { discountMinor: Math.round(steps * 3000 * unit), shippingMinor: isFree ? 0 : fee };
}
