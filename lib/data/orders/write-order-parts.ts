import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/core/ids";
import { type FindReference, upsertByExternalId, upsertRows } from "../records";
import type { Reference } from "../records/schemas";
import { productOf } from "./check-orders";
import { ORDER_LINES, RETURN_LINES, RETURNS, SHIPMENTS } from "./order-tables";
import { type PricedOrder, toBaseMinor } from "./price-order";
import type { OrderInput } from "./schemas";

export interface WrittenOrder {
  id: string;
  customerId: string | null;
  item: OrderInput;
  priced: PricedOrder;
}

interface Shop {
  findProduct: FindReference;
}

/** Writes lines, shipments and returns of all orders, a statement for each; returns the orders that this changed. */
export async function writeOrderParts(
  tx: Transaction,
  merchantId: string,
  orders: WrittenOrder[],
  shop: Shop,
  now: Date,
): Promise<Set<string>> {
  const touched = new Set<string>();
  if (orders.length === 0) return touched;
  await writeLines(tx, merchantId, orders, shop, now, touched);
  await writeShipments(tx, merchantId, orders, now, touched);
  await writeReturns(tx, merchantId, orders, shop, now, touched);
  await tx.execute(sql`
    UPDATE orders SET updated_at = ${now.toISOString()}::timestamptz
    WHERE merchant_id = ${merchantId}
      AND id IN (SELECT jsonb_array_elements_text(${JSON.stringify([...touched])}::jsonb)::uuid)`);
  return touched;
}

/** The lines are the whole list: those beyond its end are removed, the others keep their ids. */
async function writeLines(
  tx: Transaction,
  merchantId: string,
  orders: WrittenOrder[],
  { findProduct }: Shop,
  now: Date,
  touched: Set<string>,
): Promise<void> {
  const rows = orders.flatMap(({ id, item, priced }) =>
    item.lines.map((line, at) => ({
      id: newId(),
      order_id: id,
      position: at + 1,
      product_id: resolve(findProduct, productOf(line)),
      quantity: line.quantity,
      unit_price_minor: line.unitPrice.amountMinor,
      discount_minor: line.discount?.amountMinor ?? 0,
      total_minor: priced.lineTotals[at],
    })),
  );
  const written = await upsertRows<{ order_id: string }>(tx, merchantId, ORDER_LINES, rows, now);
  const counts = orders.map(({ id, item }) => ({ order_id: id, lines: item.lines.length }));
  const removed = await tx.execute<{ order_id: string }>(sql`
    DELETE FROM order_lines l USING jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS g(order_id uuid, lines integer)
    WHERE l.merchant_id = ${merchantId} AND l.order_id = g.order_id AND l.position > g.lines
    RETURNING l.order_id`);
  for (const row of [...written, ...removed]) touched.add(row.order_id);
}

async function writeShipments(
  tx: Transaction,
  merchantId: string,
  orders: WrittenOrder[],
  now: Date,
  touched: Set<string>,
): Promise<void> {
  const rows = orders.flatMap(({ id, item }) =>
    (item.shipments ?? []).map((shipment) => ({
      id: newId(),
      order_id: id,
      external_id: shipment.externalId ?? shipment.trackingNumber,
      carrier: shipment.carrier,
      tracking_number: shipment.trackingNumber,
      status: shipment.status,
      shipped_at: shipment.shippedAt ?? null,
      expected_at: shipment.expectedAt ?? null,
      delivered_at: shipment.deliveredAt ?? null,
    })),
  );
  const written = await upsertRows<{ order_id: string }>(tx, merchantId, SHIPMENTS, rows, now);
  for (const row of written) touched.add(row.order_id);
}

async function writeReturns(
  tx: Transaction,
  merchantId: string,
  orders: WrittenOrder[],
  { findProduct }: Shop,
  now: Date,
  touched: Set<string>,
): Promise<void> {
  const [shop] = await tx.execute<{ base_currency: string }>(
    sql`SELECT base_currency FROM merchants WHERE id = ${merchantId}`,
  );
  const given = orders.flatMap((order) =>
    (order.item.returns ?? []).map((returned) => ({ order, returned })),
  );
  const rows = given.map(({ order, returned }) => ({
    id: newId(),
    external_id: returned.externalId,
    order_id: order.id,
    customer_id: order.customerId,
    status: returned.status,
    reason: returned.reason ?? null,
    returned_at: returned.returnedAt,
    currency: order.priced.currency,
    refund_minor: returned.refund.amountMinor,
    base_refund_minor: toBaseMinor(
      returned.refund.amountMinor,
      order.priced.currency,
      shop!.base_currency,
      order.priced.fxRate,
    ),
    created_at: now.toISOString(),
  }));
  if (rows.length > 0) {
    const outcome = await upsertByExternalId(tx, merchantId, RETURNS, rows, now);
    const owners = new Map<string, string>();
    for (const { order, returned } of given) {
      const { id, status } = outcome.get(returned.externalId)!;
      owners.set(id, order.id);
      if (status !== "unchanged") touched.add(order.id);
    }
    const lines = given.flatMap(({ returned }) =>
      (returned.lines ?? []).map((line, at) => ({
        id: newId(),
        return_id: outcome.get(returned.externalId)!.id,
        position: at + 1,
        product_id: resolve(findProduct, productOf(line)),
        quantity: line.quantity,
        amount_minor: line.amount.amountMinor,
      })),
    );
    const counts = given.flatMap(({ returned }) =>
      returned.lines ? { return_id: outcome.get(returned.externalId)!.id, lines: returned.lines.length } : [],
    );
    const written = await upsertRows<{ return_id: string }>(tx, merchantId, RETURN_LINES, lines, now);
    const removed = await tx.execute<{ return_id: string }>(sql`
      DELETE FROM return_lines l USING jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS g(return_id uuid, lines integer)
      WHERE l.merchant_id = ${merchantId} AND l.return_id = g.return_id AND l.position > g.lines
      RETURNING l.return_id`);
    for (const row of [...written, ...removed]) touched.add(owners.get(row.return_id)!);
  }
  await followCustomer(tx, merchantId, orders);
}

/** Earlier returns of an order belong to whom the order belongs to. */
async function followCustomer(tx: Transaction, merchantId: string, orders: WrittenOrder[]): Promise<void> {
  const ids = JSON.stringify(orders.map(({ id }) => id));
  await tx.execute(sql`
    UPDATE returns r SET customer_id = o.customer_id FROM orders o
    WHERE r.merchant_id = ${merchantId} AND o.merchant_id = r.merchant_id AND o.id = r.order_id
      AND o.id IN (SELECT jsonb_array_elements_text(${ids}::jsonb)::uuid)
      AND r.customer_id IS DISTINCT FROM o.customer_id`);
}

function resolve(find: FindReference, reference: Reference | null | undefined): string | null {
  return reference ? (find(reference) ?? null) : null;
}
