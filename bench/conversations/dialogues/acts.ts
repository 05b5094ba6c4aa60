import type postgres from "postgres";

/** Something that was done in the shop: "cancel HP-41011", and what more there is to say of it. */
export interface Act {
  what: string;
  details: string[];
}

interface RequestRow {
  id: string;
  kind: string;
  number: string;
  order_status: string;
  order_lines: string;
  address: Record<string, unknown> | null;
  named_lines: string | null;
  wanted: string | null;
  reason: string | null;
  return_reason: string | null;
  input: { invoice?: { buyer: string; title: string; taxNumber?: string; email: string } };
  refund_minor: number | null;
}

export interface OrderState {
  number: string;
  status: string;
  lines: string;
  address: string;
}

/** What stands in the database because of a conversation or of its orders. */
export async function readActs(
  sql: postgres.Sql,
  merchantId: string,
  conversationId: string,
  numbers: readonly string[],
): Promise<Act[]> {
  const requests = await sql<RequestRow[]>`
    SELECT q.id, q.kind, o.number, o.status AS order_status, o.shipping_address AS address, q.input,
      q.refund_minor::int AS refund_minor, q.input->>'reason' AS reason, r.reason AS return_reason,
      (SELECT string_agg(p.external_id || ' ' || l.quantity, ', ' ORDER BY l.position) FROM order_lines l
        JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id
        WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id) AS order_lines,
      (SELECT string_agg(p.external_id || ' ' || (n->>'quantity'), ', ' ORDER BY l.position)
        FROM jsonb_array_elements(q.input->'lines') n
        JOIN order_lines l ON l.merchant_id = q.merchant_id AND l.id = (n->>'lineId')::uuid
        JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id) AS named_lines,
      (SELECT string_agg(p.external_id, ', ') FROM jsonb_array_elements(q.input->'lines') n
        JOIN products p ON p.merchant_id = q.merchant_id AND p.id = (n->>'productId')::uuid) AS wanted
    FROM order_requests q
    JOIN orders o ON o.merchant_id = q.merchant_id AND o.id = q.order_id
    LEFT JOIN returns r ON r.merchant_id = q.merchant_id AND r.id = q.return_id
    WHERE q.merchant_id = ${merchantId} AND (q.conversation_id = ${conversationId} OR o.number = ANY(${[...numbers]}))
    ORDER BY q.created_at, q.id`;
  const complaints = await sql<{ category: string }[]>`
    SELECT category FROM complaints
    WHERE merchant_id = ${merchantId} AND conversation_id = ${conversationId} ORDER BY created_at, id`;
  const notices = await sql<{ product: string }[]>`
    SELECT p.external_id AS product FROM restock_notices n
    JOIN products p ON p.merchant_id = n.merchant_id AND p.id = n.product_id
    WHERE n.merchant_id = ${merchantId} AND n.conversation_id = ${conversationId} ORDER BY n.created_at, n.id`;
  return [
    ...requests.map((row) => ({ what: `${row.kind} ${row.number}`, details: detailsOf(row) })),
    ...complaints.map(({ category }) => ({ what: "complaint", details: [category] })),
    ...notices.map(({ product }) => ({ what: `restock ${product}`, details: [] })),
  ];
}

function detailsOf(row: RequestRow): string[] {
  switch (row.kind) {
    case "cancel":
      return [row.order_status];
    case "change_lines":
      return [row.order_lines];
    case "change_address":
      return [JSON.stringify(Object.values(row.address ?? {}).flat())];
    case "return":
      return [row.named_lines ?? "", row.return_reason ?? ""];
    case "exchange":
      return [`${row.named_lines} > ${row.wanted}`, row.return_reason ?? ""];
    case "invoice": {
      const { buyer, title, taxNumber = "-", email } = row.input.invoice!;
      return [buyer, title, taxNumber, email];
    }
    default:
      return row.refund_minor === null ? [] : [(row.refund_minor / 100).toFixed(2)];
  }
}

/** The orders as they stand, to see what changed without a request. */
export async function readOrders(
  sql: postgres.Sql,
  merchantId: string,
  numbers: readonly string[],
): Promise<OrderState[]> {
  return sql<OrderState[]>`
    SELECT o.number, o.status, coalesce(o.shipping_address::text, '') AS address,
      (SELECT string_agg(p.external_id || ' ' || l.quantity, ', ' ORDER BY l.position) FROM order_lines l
        JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id
        WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id) AS lines
    FROM orders o WHERE o.merchant_id = ${merchantId} AND o.number = ANY(${[...numbers]}) ORDER BY o.number`;
}
