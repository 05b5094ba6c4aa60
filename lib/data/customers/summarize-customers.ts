import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import { toIso } from "../records";
import { findCustomer } from "./internal";
import type { CustomerSummaryDto } from "./schemas";

interface SummaryRow extends Record<string, unknown> {
  id: string;
  currency: string;
  orders: number;
  gross_minor: number;
  refund_minor: number;
  first_at: string | null;
  last_at: string | null;
}

/** Orders, lifetime revenue, first and last order of each of the given customers, with one statement. */
export async function getCustomerSummaries(
  ctx: Context,
  ids: readonly string[],
): Promise<CustomerSummaryDto[]> {
  requirePermission(ctx, "customers:read");
  requirePermission(ctx, "orders:read");
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx.execute<SummaryRow>(sql`
      SELECT g.id::text, m.base_currency AS currency, o.orders, o.gross_minor, r.refund_minor, o.first_at, o.last_at
      FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) AS raw(value)
      CROSS JOIN LATERAL (SELECT raw.value::uuid AS id) g
      JOIN merchants m ON m.id = ${ctx.merchantId}
      CROSS JOIN LATERAL (
        SELECT count(*) AS orders, coalesce(sum(base_total_minor), 0)::bigint AS gross_minor,
               min(placed_at) AS first_at, max(placed_at) AS last_at
        FROM orders WHERE merchant_id = ${ctx.merchantId} AND customer_id = g.id
          AND status NOT IN ('pending', 'cancelled')) o
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(base_refund_minor), 0)::bigint AS refund_minor
        FROM returns WHERE merchant_id = ${ctx.merchantId} AND customer_id = g.id AND status <> 'rejected') r`);
    return rows.map((row) => ({
      customerId: row.id,
      orders: row.orders,
      revenue: { amountMinor: row.gross_minor - row.refund_minor, currency: row.currency },
      refunds: { amountMinor: row.refund_minor, currency: row.currency },
      firstOrderAt: toIso(row.first_at),
      lastOrderAt: toIso(row.last_at),
    }));
  });
}

/** The summary of one customer; follows a merge. */
export async function getCustomerSummary(ctx: Context, raw: { id: string }): Promise<CustomerSummaryDto> {
  requirePermission(ctx, "customers:read");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const customer = await findCustomer(tx, ctx.merchantId, raw.id);
    const [summary] = customer ? await getCustomerSummaries(ctx, [customer.id]) : [];
    if (!summary) throw notFound("customer");
    return summary;
  });
}
