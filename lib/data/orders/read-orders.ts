import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { type OrderRow, type ReturnTuple, toOrderDto, toReturnDto } from "./order-rows";
import type { OrderDto, ReturnDto } from "./schemas";

const dialect = new PgDialect();

/** A return as a compact JSON array; `order-rows.ts` reads it by position. */
const RETURN_TUPLE = sql`json_build_array(r.id, r.external_id, r.status, r.reason, r.returned_at, r.currency,
  r.refund_minor, (SELECT json_agg(json_build_array(rl.product_id, rl.quantity, rl.amount_minor) ORDER BY rl.position)
    FROM return_lines rl WHERE rl.merchant_id = r.merchant_id AND rl.return_id = r.id))`;

/**
 * Orders with all that belongs to them, by one statement: the page is cut first, then each order's lines,
 * shipments and returns are aggregated as arrays, which cost less to make, send and read than objects.
 */
function ordersStatement(page: { where: SQL; orderBy: SQL; limit: number }): SQL {
  return sql`
    SELECT o.id, o.external_id, o.number, o.customer_id, o.status, o.placed_at, o.currency, o.discount_minor,
      o.shipping_minor, o.total_minor, o.base_total_minor, o.fx_rate, o.email, o.phone, o.shipping_address,
      (SELECT json_agg(json_build_array(l.id, l.product_id, l.quantity, l.unit_price_minor, l.discount_minor, l.total_minor)
         ORDER BY l.position)
       FROM order_lines l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id) AS lines,
      (SELECT json_agg(json_build_array(s.id, s.external_id, s.carrier, s.tracking_number, s.status, s.shipped_at,
         s.expected_at, s.delivered_at) ORDER BY s.shipped_at NULLS LAST, s.id)
       FROM shipments s WHERE s.merchant_id = o.merchant_id AND s.order_id = o.id) AS shipments,
      (SELECT json_agg(${RETURN_TUPLE} ORDER BY r.returned_at, r.id)
       FROM returns r WHERE r.merchant_id = o.merchant_id AND r.order_id = o.id) AS returns
    FROM (SELECT * FROM orders o WHERE ${page.where} ORDER BY ${page.orderBy} LIMIT ${sql.raw(String(page.limit))}) o
    ORDER BY ${page.orderBy}`;
}

export async function readOrderRows(
  tx: Transaction,
  page: { where: SQL; orderBy: SQL; limit: number },
): Promise<OrderRow[]> {
  // Prepared on the connection: planning takes as long as running. The limit is part of the text, since a
  // plan for an unknown limit would sort the whole table.
  const query = dialect.sqlToQuery(ordersStatement(page));
  const rows = await tx._.session.prepareQuery(query, undefined, "read_orders", false).execute();
  return [...(rows as unknown as Iterable<OrderRow>)];
}

/** Every order of one customer, oldest first. */
export async function readCustomerOrders(
  tx: Transaction,
  merchantId: string,
  customerId: string,
): Promise<OrderDto[]> {
  const where = sql`o.merchant_id = ${merchantId} AND o.customer_id = ${customerId}`;
  const rows = await readOrderRows(tx, { where, orderBy: sql`o.placed_at, o.id`, limit: 1_000_000 });
  return rows.map(toOrderDto);
}

/** Returns of one customer that name no order. */
export async function readCustomerReturns(
  tx: Transaction,
  merchantId: string,
  customerId: string,
): Promise<ReturnDto[]> {
  const rows = await tx.execute<{ tuple: ReturnTuple }>(sql`
    SELECT ${RETURN_TUPLE} AS tuple FROM returns r
    WHERE r.merchant_id = ${merchantId} AND r.customer_id = ${customerId} AND r.order_id IS NULL
    ORDER BY r.returned_at, r.id`);
  return rows.map((row) => toReturnDto(row.tuple));
}
