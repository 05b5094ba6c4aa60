import { addressOf } from "./addresses";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./calendar";
import type { CopyValue } from "./copy-rows";
import { type DemoOrder, type DemoReturn, orderStatusAt } from "./model";
import type { DemoShop } from "./shop";
import { ROBE_SIZE_CHART } from "./size-chart";

/** A table to fill: its columns and its rows, made one at a time while they are sent. */
export interface Load {
  table: string;
  columns: readonly string[];
  rows: Iterable<readonly CopyValue[]>;
}

let knownDay = { ordinal: Number.NaN, prefix: "" };

/** ISO 8601 in UTC. Rows come in order of time, so that the day of the one before is nearly always the same. */
export function iso(timeMs: number): string {
  const ordinal = Math.floor(timeMs / DAY_MS);
  if (ordinal !== knownDay.ordinal) {
    knownDay = { ordinal, prefix: new Date(ordinal * DAY_MS).toISOString().slice(0, 11) };
  }
  const ofDay = Math.floor(timeMs) - ordinal * DAY_MS;
  const [hour, minute, second] = [
    Math.floor(ofDay / HOUR_MS),
    Math.floor(ofDay / MINUTE_MS) % 60,
    Math.floor(ofDay / 1000) % 60,
  ];
  return `${knownDay.prefix}${two(hour)}:${two(minute)}:${two(second)}.${String(ofDay % 1000).padStart(3, "0")}Z`;
}

const two = (part: number) => (part < 10 ? `0${part}` : String(part));

export const isoOrNull = (timeMs: number | null) => (timeMs === null ? null : iso(timeMs));

/** The shop's facts as rows, in the order that foreign keys ask for. */
export function factLoads(shop: DemoShop, merchantId: string): Load[] {
  const load = (table: string, columns: string, rows: Iterable<readonly CopyValue[]>): Load => ({
    table,
    columns: ["merchant_id", ...columns.split(" ")],
    rows: withMerchant(merchantId, rows),
  });
  return [
    load("categories", "id external_id parent_id name position created_at updated_at", categoryRows(shop)),
    load(
      "suppliers",
      "id external_id name email lead_time_days_mean lead_time_days_sd created_at updated_at",
      supplierRows(shop),
    ),
    load(
      "products",
      "id external_id sku name price_minor cost_minor currency on_hand reserved reorder_point supplier_id variant_group options size_chart status created_at updated_at",
      productRows(shop),
    ),
    load("product_categories", "product_id category_id", productCategoryRows(shop)),
    load(
      "customers",
      "id external_id name email phone locale country city created_at updated_at",
      customerRows(shop),
    ),
    load(
      "orders",
      "id external_id number customer_id email phone shipping_address status placed_at currency discount_minor shipping_minor total_minor base_total_minor fx_rate created_at updated_at",
      orderRows(shop),
    ),
    load(
      "order_lines",
      "id order_id position product_id quantity unit_price_minor discount_minor total_minor",
      lineRows(shop),
    ),
    load(
      "shipments",
      "id order_id external_id carrier tracking_number status shipped_at expected_at delivered_at updated_at",
      shipmentRows(shop),
    ),
    load(
      "returns",
      "id external_id order_id customer_id status reason returned_at currency refund_minor base_refund_minor created_at updated_at",
      returnRows(shop),
    ),
    load("return_lines", "id return_id position product_id quantity amount_minor", returnLineRows(shop)),
  ];
}

function* withMerchant(merchantId: string, rows: Iterable<readonly CopyValue[]>) {
  for (const row of rows) yield [merchantId, ...row];
}

function* categoryRows({ categories }: DemoShop): Generator<CopyValue[]> {
  for (const { id, externalId, parentId, name, position, createdAtMs } of categories) {
    yield [id, externalId, parentId, { ...name }, position, iso(createdAtMs), iso(createdAtMs)];
  }
}

function* supplierRows({ suppliers }: DemoShop): Generator<CopyValue[]> {
  for (const supplier of suppliers) {
    const { id, externalId, name, email, leadTimeDaysMean, leadTimeDaysSd, createdAtMs } = supplier;
    yield [id, externalId, name, email, leadTimeDaysMean, leadTimeDaysSd, iso(createdAtMs), iso(createdAtMs)];
  }
}

function* productRows({ products, stock, anchorMs }: DemoShop): Generator<CopyValue[]> {
  for (const [index, product] of products.entries()) {
    const { onHand, reserved, reorderPoint } = stock[index] as DemoShop["stock"][number];
    yield [
      product.id,
      product.externalId,
      product.sku,
      product.name,
      product.priceMinor,
      product.costMinor,
      "CNY",
      onHand,
      reserved,
      reorderPoint,
      product.supplier.id,
      product.variantGroup,
      product.options,
      product.name.en.endsWith("bathrobe") ? ROBE_SIZE_CHART : null,
      "active",
      iso(product.launchedAtMs),
      iso(Math.max(product.launchedAtMs, anchorMs - HOUR_MS)),
    ];
  }
}

function* productCategoryRows({ products }: DemoShop): Generator<CopyValue[]> {
  for (const product of products) yield [product.id, product.category.id];
}

function* customerRows({ customers }: DemoShop): Generator<CopyValue[]> {
  for (const customer of customers) {
    const { id, externalId, name, email, phone, locale, country, city } = customer;
    const joined = iso(customer.joinedAtMs);
    yield [id, externalId, name, email, phone, locale, country, city, joined, joined];
  }
}

function* orderRows({ orders, customers, anchorMs }: DemoShop): Generator<CopyValue[]> {
  const homes = new Map<string, CopyValue>();
  for (const order of orders) {
    const placedAt = iso(order.placedAtMs);
    const key = order.customer === null ? order.number : `customer-${order.customer}`;
    const home = homes.get(key) ?? { ...addressOf({ key, ...order }) };
    homes.set(key, home);
    yield [
      order.id,
      order.externalId,
      order.number,
      order.customer === null ? null : (customers[order.customer]?.id ?? null),
      order.email,
      order.phone,
      home,
      orderStatusAt(order, anchorMs),
      placedAt,
      order.currency,
      order.discountMinor,
      order.shippingMinor,
      order.totalMinor,
      order.baseTotalMinor,
      order.fxRate,
      placedAt,
      iso(lastChange(order, anchorMs)),
    ];
  }
}

function lastChange(order: DemoOrder, anchorMs: number): number {
  const { shipment, return: back } = order;
  const moments = [
    order.placedAtMs,
    order.paidAtMs,
    order.cancelledAtMs,
    shipment?.shippedAtMs ?? null,
    shipment && !shipment.lost ? shipment.deliveredAtMs : null,
    back?.requestedAtMs ?? null,
    back && !back.rejected ? back.refundedAtMs : null,
  ];
  return Math.max(...moments.map((moment) => (moment !== null && moment <= anchorMs ? moment : 0)));
}

function* lineRows({ orders, products }: DemoShop): Generator<CopyValue[]> {
  for (const order of orders) {
    for (const [index, line] of order.lines.entries()) {
      yield [
        line.id,
        order.id,
        index + 1,
        products[line.product]?.id ?? null,
        line.quantity,
        line.unitPriceMinor,
        line.discountMinor,
        line.totalMinor,
      ];
    }
  }
}

/** Parcels that exist at the anchor: a label is printed some hours before the courier comes. */
function* shipmentRows({ orders, anchorMs }: DemoShop): Generator<CopyValue[]> {
  for (const order of orders) {
    const { shipment } = order;
    if (!shipment || (order.paidAtMs ?? 0) > anchorMs || shipment.shippedAtMs > anchorMs + 5 * HOUR_MS)
      continue;
    const isShipped = shipment.shippedAtMs <= anchorMs;
    const isDelivered = !shipment.lost && shipment.deliveredAtMs <= anchorMs;
    const touched = isDelivered
      ? shipment.deliveredAtMs
      : isShipped
        ? shipment.shippedAtMs
        : (order.paidAtMs ?? 0);
    yield [
      shipment.id,
      order.id,
      `parcel-${order.number.slice(3)}`,
      shipment.carrier,
      shipment.trackingNumber,
      shipmentStatus(order, anchorMs),
      isShipped ? iso(shipment.shippedAtMs) : null,
      iso(shipment.expectedAtMs),
      isDelivered ? iso(shipment.deliveredAtMs) : null,
      iso(touched),
    ];
  }
}

function shipmentStatus({ shipment }: DemoOrder, anchorMs: number): string {
  if (!shipment || shipment.shippedAtMs > anchorMs) return "pending";
  if (shipment.lost) return shipment.expectedAtMs < anchorMs ? "exception" : "in_transit";
  if (shipment.deliveredAtMs <= anchorMs) return "delivered";
  return shipment.deliveredAtMs - anchorMs < 8 * HOUR_MS ? "out_for_delivery" : "in_transit";
}

function* returnedOrders({ orders, anchorMs }: DemoShop): Generator<[DemoOrder, DemoReturn]> {
  for (const order of orders) {
    if (order.return && order.return.requestedAtMs <= anchorMs) yield [order, order.return];
  }
}

function* returnRows(shop: DemoShop): Generator<CopyValue[]> {
  const { customers, anchorMs } = shop;
  for (const [order, back] of returnedOrders(shop)) {
    const { status, sinceMs } = returnStatus(back, anchorMs);
    const isRejected = status === "rejected";
    yield [
      back.id,
      `return-${order.number.slice(3)}`,
      order.id,
      order.customer === null ? null : (customers[order.customer]?.id ?? null),
      status,
      back.reason,
      iso(back.requestedAtMs),
      order.currency,
      isRejected ? 0 : back.refundMinor,
      isRejected ? 0 : back.baseRefundMinor,
      iso(back.requestedAtMs),
      iso(sinceMs),
    ];
  }
}

function returnStatus(back: DemoReturn, anchorMs: number): { status: string; sinceMs: number } {
  const decidedAtMs = back.requestedAtMs + 14 * HOUR_MS;
  if (decidedAtMs > anchorMs) return { status: "requested", sinceMs: back.requestedAtMs };
  if (back.rejected) return { status: "rejected", sinceMs: decidedAtMs };
  if (back.refundedAtMs <= anchorMs) return { status: "refunded", sinceMs: back.refundedAtMs };
  if (back.receivedAtMs <= anchorMs) return { status: "received", sinceMs: back.receivedAtMs };
  return { status: "approved", sinceMs: decidedAtMs };
}

function* returnLineRows(shop: DemoShop): Generator<CopyValue[]> {
  for (const [order, back] of returnedOrders(shop)) {
    const isRejected = returnStatus(back, shop.anchorMs).status === "rejected";
    for (const [index, line] of back.lines.entries()) {
      const product = shop.products[order.lines[line.line]?.product ?? 0]?.id ?? null;
      yield [line.id, back.id, index + 1, product, line.quantity, isRejected ? 0 : line.amountMinor];
    }
  }
}
