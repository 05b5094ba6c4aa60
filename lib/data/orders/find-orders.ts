import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { currentCustomer, toIso } from "../records";
import { isProven, normalizeOrderNumber } from "./order-proof";
import {
  type FindOrderByProofInput,
  type FindOrderForCustomerInput,
  findOrderByProofInput,
  findOrderForCustomerInput,
  idInput,
  type ListRecentOrdersInput,
  listRecentOrdersInput,
  type OrderSummaryDto,
} from "./schemas";

/** One of a customer's own orders by its number, however spaced and cased; null where they have none such. */
export async function findOrderForCustomer(
  ctx: Context,
  raw: FindOrderForCustomerInput,
): Promise<OrderSummaryDto | null> {
  const input = parseInput(findOrderForCustomerInput, raw);
  requireOwnOrders(ctx, input.customerId);
  return inTenant(ctx, async ({ tx }) => {
    const mine = sql`o.customer_id = ${currentCustomer(ctx.merchantId, input.customerId)}`;
    const where = sql`${mine} AND ${hasNumber(input.number)}`;
    const [row] = await readSummaries(tx, ctx.merchantId, where, 1);
    return row ? toSummary(row) : null;
  });
}

/**
 * An order for a visitor whom nobody vouches for: its number and the e-mail address or phone number on it.
 * Null says no more than that the two do not belong together; which of them is wrong stays unsaid.
 */
export async function findOrderByProof(
  ctx: Context,
  raw: FindOrderByProofInput,
): Promise<OrderSummaryDto | null> {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "orders:read");
  const input = parseInput(findOrderByProofInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await readSummaries(tx, ctx.merchantId, hasNumber(input.number), 20);
    const proven = rows.find((row) =>
      isProven({ emails: [row.email, row.customer_email], phones: [row.phone, row.customer_phone] }, input),
    );
    return proven ? toSummary(proven) : null;
  });
}

/**
 * An order by its id, for whoever may read all orders: the desk, or the bot once the order is known to be the
 * customer's. @throws AppError `not_found`
 */
export async function getOrderSummary(ctx: Context, raw: { id: string }): Promise<OrderSummaryDto> {
  requirePermission(ctx, "orders:read");
  const input = parseInput(idInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await readSummaries(tx, ctx.merchantId, sql`o.id = ${input.id}`, 1);
    if (!row) throw notFound("order");
    return toSummary(row);
  });
}

/** A customer's latest orders, newest first. */
export async function listRecentOrders(ctx: Context, raw: ListRecentOrdersInput): Promise<OrderSummaryDto[]> {
  const input = parseInput(listRecentOrdersInput, raw);
  requireOwnOrders(ctx, input.customerId);
  return inTenant(ctx, async ({ tx }) => {
    const mine = sql`o.customer_id = ${currentCustomer(ctx.merchantId, input.customerId)}`;
    const rows = await readSummaries(tx, ctx.merchantId, mine, input.limit);
    return rows.map(toSummary);
  });
}

/** A customer reads their own orders without a permission, and nobody else's with any. */
function requireOwnOrders(ctx: Context, customerId: string): void {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "orders:read");
  else if (ctx.actor.customerId?.toLowerCase() !== customerId.toLowerCase())
    throw new AppError("forbidden", "A customer sees their own orders only.");
}

/** The number without case and punctuation, or its digits alone where the letters were left out. */
function hasNumber(number: string): SQL {
  const { key, digits } = normalizeOrderNumber(number);
  return sql`o.number_digits = ${digits} AND (o.number_key = ${key} OR ${key === digits && digits !== ""})`;
}

interface SummaryRow extends Record<string, unknown> {
  id: string;
  number: string;
  status: OrderSummaryDto["status"];
  placed_at: string;
  currency: string;
  total_minor: number;
  email: string | null;
  phone: string | null;
  customer_email: string | null;
  customer_phone: string | null;
  items:
    | [productId: string | null, name: OrderSummaryDto["items"][number]["name"], quantity: number][]
    | null;
  shipment_id: string | null;
  shipment_status: OrderSummaryDto["shipmentStatus"];
  carrier: string | null;
  tracking_number: string | null;
  shipped_at: string | null;
  expected_at: string | null;
  delivered_at: string | null;
  returns:
    | [status: OrderSummaryDto["returns"][number]["status"], refund: number, currency: string, at: string][]
    | null;
}

async function readSummaries(
  tx: Transaction,
  merchantId: string,
  where: SQL,
  limit: number,
): Promise<SummaryRow[]> {
  const rows = await tx.execute<SummaryRow>(sql`
    SELECT o.id, o.number, o.status, o.placed_at, o.currency, o.total_minor, o.email, o.phone,
      c.email AS customer_email, c.phone AS customer_phone,
      (SELECT json_agg(json_build_array(l.product_id, p.name, l.quantity) ORDER BY l.position)
       FROM order_lines l LEFT JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id
       WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id) AS items,
      s.id AS shipment_id, s.status AS shipment_status, s.carrier, s.tracking_number, s.shipped_at, s.expected_at,
      s.delivered_at,
      (SELECT json_agg(json_build_array(r.status, r.refund_minor, r.currency, r.returned_at) ORDER BY r.returned_at)
       FROM returns r WHERE r.merchant_id = o.merchant_id AND r.order_id = o.id) AS returns
    FROM (SELECT * FROM orders o WHERE o.merchant_id = ${merchantId} AND ${where}
          ORDER BY o.placed_at DESC, o.id DESC LIMIT ${limit}) o
    LEFT JOIN customers c ON c.merchant_id = o.merchant_id AND c.id = o.customer_id
    LEFT JOIN LATERAL (
      SELECT * FROM shipments s WHERE s.merchant_id = o.merchant_id AND s.order_id = o.id
      ORDER BY s.shipped_at DESC NULLS LAST, s.id DESC LIMIT 1) s ON true
    ORDER BY o.placed_at DESC, o.id DESC`);
  return [...rows];
}

function toSummary(row: SummaryRow): OrderSummaryDto {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    placedAt: toIso(row.placed_at),
    total: { amountMinor: row.total_minor, currency: row.currency },
    items: (row.items ?? []).map(([productId, name, quantity]) => ({ productId, name, quantity })),
    shipmentId: row.shipment_id,
    shipmentStatus: row.shipment_status,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    shippedAt: toIso(row.shipped_at),
    expectedAt: toIso(row.expected_at),
    deliveredAt: toIso(row.delivered_at),
    returns: (row.returns ?? []).map(([status, amountMinor, currency, returnedAt]) => ({
      status,
      refund: { amountMinor, currency },
      returnedAt: toIso(returnedAt),
    })),
  };
}
