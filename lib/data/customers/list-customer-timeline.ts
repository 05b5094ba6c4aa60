import { type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toIso } from "../records";
import { findCustomer } from "./internal";
import { type ListCustomerTimelineInput, listCustomerTimelineInput, type TimelineItemDto } from "./schemas";

interface TimelineRow extends Record<string, unknown> {
  kind: TimelineItemDto["kind"];
  key: string;
  at: string;
  status: string | null;
  event_type: string | null;
  order_id: string | null;
  order_number: string | null;
  amount_minor: number | null;
  currency: string | null;
  carrier: string | null;
  tracking_number: string | null;
  product_id: string | null;
  product_name: TimelineItemDto["productName"];
  quantity: number | null;
  query: string | null;
}

/** The cursor's id field holds a UUID; keys here are texts, so the position stands in the value alone. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** Orders, shipments, returns and events of one customer, newest first, with one statement. */
export async function listCustomerTimeline(
  ctx: Context,
  raw: ListCustomerTimelineInput,
): Promise<Page<TimelineItemDto>> {
  requirePermission(ctx, "customers:read");
  requirePermission(ctx, "orders:read");
  const { customerId, cursor, limit } = parseInput(listCustomerTimelineInput, raw);
  const after = readPosition(cursor);
  return inTenant(ctx, async ({ tx }) => {
    const customer = await findCustomer(tx, ctx.merchantId, customerId);
    if (!customer) throw notFound("customer");
    const rows = await tx.execute<TimelineRow>(
      timelineStatement(ctx.merchantId, customer.id, after, limit + 1),
    );
    return toPage([...rows], limit, toItem, (row) => ({ value: `${toIso(row.at)} ${row.key}`, id: NO_ID }));
  });
}

function readPosition(cursor: string | undefined): { at: string; key: string } | null {
  const position = decodeCursor(cursor);
  if (!position) return null;
  const [, at, key] = /^(\S+Z) (.+)$/s.exec(position.value) ?? [];
  if (at && key && !Number.isNaN(Date.parse(at)) && !key.includes("\0")) return { at, key };
  throw new AppError("invalid_input", "This cursor is not one of ours. Start again without a cursor.");
}

/** Each branch reads its own newest rows, so that a long history costs no more than a page of each kind. */
function timelineStatement(
  merchantId: string,
  customerId: string,
  after: { at: string; key: string } | null,
  count: number,
): SQL {
  const branch = (
    select: SQL,
    at: SQL,
    key: SQL,
  ) => sql`(SELECT ${at} AS at, ${key} COLLATE "C" AS key, ${select}
    AND ${after ? sql`${at} <= ${after.at}::timestamptz AND (${at}, ${key} COLLATE "C") < (${after.at}::timestamptz, ${after.key})` : sql`true`}
    ORDER BY 1 DESC, 2 DESC LIMIT ${count})`;
  const order = branch(
    sql`'order' AS kind, o.status, NULL::text AS event_type, o.id AS order_id, o.number AS order_number,
      o.total_minor AS amount_minor, o.currency::text, NULL::text AS carrier, NULL::text AS tracking_number,
      NULL::uuid AS product_id, NULL::integer AS quantity, NULL::text AS query
      FROM orders o WHERE o.merchant_id = ${merchantId} AND o.customer_id = ${customerId}`,
    sql`o.placed_at`,
    sql`('order:' || o.id)`,
  );
  const shipment = branch(
    sql`'shipment', s.status, NULL, o.id, o.number, NULL, NULL, s.carrier, s.tracking_number, NULL, NULL, NULL
      FROM orders o JOIN shipments s ON s.merchant_id = o.merchant_id AND s.order_id = o.id
      WHERE o.merchant_id = ${merchantId} AND o.customer_id = ${customerId}`,
    sql`coalesce(s.delivered_at, s.shipped_at, s.updated_at)`,
    sql`('shipment:' || s.id)`,
  );
  const returned = branch(
    sql`'return', r.status, NULL, r.order_id, o.number, r.refund_minor, r.currency::text, NULL, NULL, NULL, NULL, NULL
      FROM returns r LEFT JOIN orders o ON o.merchant_id = r.merchant_id AND o.id = r.order_id
      WHERE r.merchant_id = ${merchantId} AND r.customer_id = ${customerId}`,
    sql`r.returned_at`,
    sql`('return:' || r.id)`,
  );
  const event = branch(
    sql`'event', NULL, e.type, NULL, NULL, e.value_minor, NULL, NULL, NULL, e.product_id, e.quantity, e.query
      FROM events e WHERE e.merchant_id = ${merchantId} AND e.customer_id = ${customerId}`,
    sql`e.occurred_at`,
    sql`('event:' || e.id)`,
  );
  return sql`
    SELECT t.*, p.name AS product_name, coalesce(t.currency, m.base_currency::text) AS currency
    FROM (SELECT * FROM (${order} UNION ALL ${shipment} UNION ALL ${returned} UNION ALL ${event}) u
          ORDER BY at DESC, key DESC LIMIT ${count}) t
    JOIN merchants m ON m.id = ${merchantId}
    LEFT JOIN products p ON p.merchant_id = ${merchantId} AND p.id = t.product_id
    ORDER BY t.at DESC, t.key DESC`;
}

function toItem(row: TimelineRow): TimelineItemDto {
  return {
    key: row.key,
    kind: row.kind,
    at: toIso(row.at),
    status: row.status,
    eventType: row.event_type,
    orderId: row.order_id,
    orderNumber: row.order_number,
    amount:
      row.amount_minor === null || row.currency === null
        ? null
        : { amountMinor: row.amount_minor, currency: row.currency },
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    productId: row.product_id,
    productName: row.product_name,
    quantity: row.quantity,
    query: row.query,
  };
}
