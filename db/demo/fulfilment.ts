import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiDay, shanghaiMidnight } from "./calendar";
import { chooseCarrier } from "./carriers";
import type { DemoOrder, DemoReturn, DemoShipment } from "./model";
import type { IdFactory, Random } from "./random";

const RETURN_REASONS = [
  "damaged",
  "defective",
  "not_as_described",
  "wrong_item",
  "wrong_size",
  "changed_mind",
  "arrived_late",
];

/** Decides what becomes of an order once it is placed: payment, cancellation, parcel, return. */
export function fulfil(order: DemoOrder, random: Random, ids: IdFactory): void {
  const placed = order.placedAtMs;
  if (random.chance(0.014)) {
    // Never paid: the shop lets go of the goods after a day.
    order.cancelledAtMs = placed + DAY_MS;
    return;
  }
  order.paidAtMs =
    placed + (random.chance(0.93) ? random.between(0.4, 6) * MINUTE_MS : random.between(0.5, 20) * HOUR_MS);
  if (random.chance(0.019)) {
    order.cancelledAtMs = order.paidAtMs + random.between(0.2, 9) * HOUR_MS;
    return;
  }
  order.shipment = ship(order, order.paidAtMs, random, ids);
  if (order.shipment.lost) {
    // Given up and paid back once the carrier has searched for it long enough.
    order.cancelledAtMs = order.shipment.expectedAtMs + 18 * DAY_MS;
    return;
  }
  if (random.chance(0.043)) order.return = sendBack(order, order.shipment, random, ids);
}

/** The warehouse packs from nine to seven; paid in the evening means packed the next day. */
function ship(order: DemoOrder, paidAtMs: number, random: Random, ids: IdFactory): DemoShipment {
  const carrier = chooseCarrier(random, order.country);
  const ready =
    paidAtMs + random.between(3, 11) * HOUR_MS + (random.chance(0.22) ? random.exponential(0.9) * DAY_MS : 0);
  const midnight = shanghaiMidnight(shanghaiDay(ready));
  const hour = (ready - midnight) / HOUR_MS;
  const shippedAtMs =
    hour < 9
      ? midnight + random.between(9, 12) * HOUR_MS
      : hour > 19
        ? midnight + DAY_MS + random.between(9, 13) * HOUR_MS
        : ready;
  const { mean, sd, promised } = carrier.transitDays;
  const isLate = random.chance(0.045);
  const days = Math.max(0.7, random.normal(mean, sd)) + (isLate ? random.between(3, 9) : 0);
  return {
    id: ids.at(paidAtMs),
    carrier: carrier.name,
    trackingNumber: carrier.trackingNumber(random),
    shippedAtMs,
    expectedAtMs: shanghaiMidnight(shanghaiDay(shippedAtMs + promised * DAY_MS)) + 20 * HOUR_MS,
    deliveredAtMs: atTheDoor(shippedAtMs + days * DAY_MS, shippedAtMs, random),
    lost: random.chance(0.0008),
  };
}

/** Couriers in China come between half past eight and eight in the evening; abroad the hours differ and are kept. */
function atTheDoor(timeMs: number, shippedAtMs: number, random: Random): number {
  const midnight = shanghaiMidnight(shanghaiDay(timeMs));
  return Math.max(shippedAtMs + 10 * HOUR_MS, midnight + random.between(8.5, 20) * HOUR_MS);
}

function sendBack(order: DemoOrder, shipment: DemoShipment, random: Random, ids: IdFactory): DemoReturn {
  const requestedAtMs = shipment.deliveredAtMs + random.between(0.1, 7.5) * DAY_MS;
  const receivedAtMs = requestedAtMs + random.between(2.5, 9) * DAY_MS;
  const refundedAtMs = receivedAtMs + random.between(0.2, 3) * DAY_MS;
  const isWhole = order.lines.length === 1 || random.chance(0.45);
  const indexes = isWhole ? order.lines.map((_, index) => index) : [random.int(0, order.lines.length - 1)];
  // The order's discount was shared by its lines: what goes back is what was paid for them.
  const goods = order.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const paidShare = (goods - order.discountMinor) / goods;
  const lines = indexes.map((index) => {
    const line = order.lines[index] as DemoOrder["lines"][number];
    const id = ids.at(requestedAtMs);
    return { id, line: index, quantity: line.quantity, amountMinor: Math.floor(line.totalMinor * paidShare) };
  });
  const refundMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return {
    id: ids.at(requestedAtMs),
    requestedAtMs,
    receivedAtMs,
    refundedAtMs,
    rejected: random.chance(0.04),
    reason: random.pick(RETURN_REASONS),
    lines,
    refundMinor,
    baseRefundMinor: toBase(refundMinor, order.fxRate),
  };
}

/** An amount in the base currency; the rate's four decimals are made whole first, so that no half is misread. */
export function toBase(amountMinor: number, fxRate: number): number {
  return Math.floor((amountMinor * Math.round(fxRate * 10_000) * 2 + 10_000) / 20_000);
}
