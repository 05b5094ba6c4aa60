import { addDays } from "@/lib/core/dates";
import { DAY_MS, shanghaiDay, shanghaiMidnight } from "./calendar";
import { buildCatalogue } from "./catalogue";
import type { DemoCategory, DemoCustomer, DemoOrder, DemoProduct, DemoSupplier, Stock } from "./model";
import { orderStatusAt } from "./model";
import { buildOrders, HISTORY_DAYS } from "./orders";
import { buildCustomers } from "./people";
import { IdFactory, Random } from "./random";
import { Shelf } from "./shelf";

/** Changing it changes every fact of the demo shop. */
const SEED = "harbour-and-pine/1";
const FULL_CUSTOMERS = 4_000;
const FULL_ORDERS = 60_000;

export interface DemoShop {
  random: Random;
  ids: IdFactory;
  anchorMs: number;
  firstDay: string;
  firstDayMs: number;
  scale: number;
  categories: DemoCategory[];
  suppliers: DemoSupplier[];
  products: DemoProduct[];
  customers: DemoCustomer[];
  orders: DemoOrder[];
  shelf: Shelf;
  /** By index of product. */
  stock: Stock[];
}

/** The shop's facts: a pure function of the anchor and the scale. Some 60,000 orders take half a second. */
export function buildShop(anchor: Date, scale = 1): DemoShop {
  const random = new Random(SEED);
  const ids = new IdFactory(random.fork("ids"));
  const anchorMs = anchor.getTime();
  const firstDay = addDays(shanghaiDay(anchorMs), -HISTORY_DAYS);
  const firstDayMs = shanghaiMidnight(firstDay);
  const catalogue = buildCatalogue(random.fork("catalogue"), ids, firstDayMs, anchorMs);
  const count = Math.max(60, Math.round(FULL_CUSTOMERS * scale));
  const customers = buildCustomers(random.fork("customers"), ids, { count, firstDayMs, anchorMs });
  const shelf = new Shelf(catalogue.products);
  const world = { products: catalogue.products, customers, shelf, anchorMs, firstDay };
  const orders = buildOrders(random.fork("orders"), ids, world, Math.round(FULL_ORDERS * scale));
  const stock = countStock(random.fork("stock"), catalogue.products, orders, anchorMs);
  return {
    random,
    ids,
    anchorMs,
    firstDay,
    firstDayMs,
    scale,
    ...catalogue,
    customers,
    orders,
    shelf,
    stock,
  };
}

const WATCHED_DAYS = 60;

/**
 * Reserved is what unshipped orders hold. The reorder point covers demand during the lead time with a safety stock
 * of 1.65 standard deviations (95 % cycle service); most shelves stand above it, a handful at or below, a few empty.
 */
function countStock(
  random: Random,
  products: readonly DemoProduct[],
  orders: readonly DemoOrder[],
  anchorMs: number,
) {
  const sold = new Float64Array(products.length);
  const reserved = new Int32Array(products.length);
  for (const order of orders) {
    const status = orderStatusAt(order, anchorMs);
    const holds = status === "pending" || status === "paid";
    const isRecent = order.placedAtMs > anchorMs - WATCHED_DAYS * DAY_MS;
    for (const line of order.lines) {
      if (holds) reserved[line.product] = (reserved[line.product] ?? 0) + line.quantity;
      if (isRecent) sold[line.product] = (sold[line.product] ?? 0) + line.quantity;
    }
  }
  const scarce = chooseScarce(random, products);
  return products.map((product, index): Stock => {
    const dailyMean = (sold[index] ?? 0) / WATCHED_DAYS;
    const { leadTimeDaysMean: leadMean, leadTimeDaysSd: leadSd } = product.supplier;
    const sd = Math.sqrt(leadMean * dailyMean * 1.6 + (dailyMean * leadSd) ** 2);
    const reorderPoint = Math.max(4, Math.ceil(dailyMean * leadMean + 1.65 * sd));
    const rank = scarce.indexOf(index);
    const available =
      rank < 0
        ? Math.ceil(reorderPoint * random.between(1.15, 3.4)) + 1
        : rank < OUT_OF_STOCK
          ? 0
          : Math.max(1, Math.floor(reorderPoint * random.between(0.2, 0.85)));
    return { onHand: (reserved[index] ?? 0) + available, reserved: reserved[index] ?? 0, reorderPoint };
  });
}

const OUT_OF_STOCK = 3;

/** The best-known lamp runs low, so do some others high and low in the ranking; the empty ones sell little. */
function chooseScarce(random: Random, products: readonly DemoProduct[]): number[] {
  const ranked = products.map((_, index) => index);
  ranked.sort((one, other) => (products[other]?.popularity ?? 0) - (products[one]?.popularity ?? 0));
  const empty = Array.from(
    { length: OUT_OF_STOCK },
    (_, slot) => ranked[60 + slot * 37 + random.int(0, 20)] as number,
  );
  const low = [0, 5, 11, 23, 31, 47, 58, 190, 201].map((rank) => ranked[rank] as number);
  return [...empty, ...low];
}
