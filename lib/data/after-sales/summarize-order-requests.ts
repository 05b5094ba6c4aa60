import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { toIso } from "../records";
import type { OrderRequestSummaryDto } from "./schemas";

interface OpenRow extends Record<string, unknown> {
  currency: string | null;
  open: number;
  oldest: string;
  refund: number;
  due: number;
}

/** What waits for people about orders: how much of it, since when, and which money goes back or is still to come. */
export async function summarizeOrderRequests(ctx: Context): Promise<OrderRequestSummaryDto> {
  requirePermission(ctx, "orders:read");
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx.execute<OpenRow>(sql`
      SELECT currency, count(*) AS open, min(created_at) AS oldest,
        coalesce(sum(refund_minor), 0)::bigint AS refund, coalesce(sum(due_minor), 0)::bigint AS due
      FROM order_requests WHERE merchant_id = ${ctx.merchantId} AND status = 'open'
      GROUP BY currency ORDER BY count(*) DESC, currency`);
    const [any] = await tx.execute<{ has_any: boolean }>(sql`
      SELECT EXISTS (SELECT 1 FROM order_requests WHERE merchant_id = ${ctx.merchantId}) AS has_any`);
    const amounts = (field: "refund" | "due") =>
      rows
        .flatMap((row) =>
          row.currency && row[field] > 0 ? [{ amountMinor: row[field], currency: row.currency }] : [],
        )
        .sort((a, b) => b.amountMinor - a.amountMinor);
    const oldest = rows.map((row) => toIso(row.oldest)).sort()[0] ?? null;
    return {
      hasAny: any!.has_any,
      open: rows.reduce((sum, row) => sum + row.open, 0),
      oldestOpenAt: oldest,
      refunds: amounts("refund"),
      dues: amounts("due"),
    };
  });
}
