import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import type { Money } from "@/lib/core/money";

/**
 * Whether more than `limitMinor` of the shop's base currency is at stake: `stake` in the order's currency, at the rate
 * with which the order was booked.
 */
export async function isTooMuch(
  ctx: Context,
  orderId: string,
  stake: Money,
  limitMinor: number,
): Promise<boolean> {
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx.execute<{ too_much: boolean }>(sql`
      SELECT CASE WHEN o.currency = m.base_currency OR o.total_minor = 0 THEN ${stake.amountMinor}::bigint > ${limitMinor}::bigint
        ELSE ${stake.amountMinor}::numeric * o.base_total_minor / o.total_minor > ${limitMinor}::numeric END AS too_much
      FROM orders o JOIN merchants m ON m.id = o.merchant_id
      WHERE o.merchant_id = ${ctx.merchantId} AND o.id = ${orderId}`);
    return row?.too_much ?? false;
  });
}

/** What a customer's orders add up to that were paid and not cancelled, in minor units of the base currency. */
export async function readSpentMinor(ctx: Context, customerId: string): Promise<number> {
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx.execute<{ spent: string }>(sql`
      SELECT coalesce(sum(base_total_minor), 0) AS spent FROM orders
      WHERE merchant_id = ${ctx.merchantId} AND customer_id = ${customerId}
        AND status IN ('paid', 'shipped', 'delivered')`);
    return Number(row?.spent ?? 0);
  });
}
