import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, orderBy, toIso } from "../records";
import { getCoupon } from "./get-coupon";
import {
  type CouponUseDto,
  type CouponUseTotals,
  type ListCouponUsesInput,
  listCouponUsesInput,
} from "./schemas";

interface UseRow extends Record<string, unknown> {
  order_id: string;
  number: string;
  customer_id: string | null;
  discount_minor: number;
  is_cancelled: boolean;
  created_at: string;
}

/** The orders that used a coupon, newest first. */
export async function listCouponUses(ctx: Context, raw: ListCouponUsesInput): Promise<Page<CouponUseDto>> {
  requirePermission(ctx, "orders:read");
  const { id, limit, cursor } = parseInput(listCouponUsesInput, raw);
  const order = {
    value: sql`u.created_at`,
    type: "timestamptz" as const,
    id: sql`u.order_id`,
    descending: true,
  };
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { currency } = await getCoupon(ctx, { id });
    const rows = await tx.execute<UseRow>(sql`
      SELECT u.order_id, o.number, o.customer_id, u.discount_minor, o.status = 'cancelled' AS is_cancelled,
        u.created_at
      FROM coupon_uses u JOIN orders o ON o.merchant_id = u.merchant_id AND o.id = u.order_id
      WHERE u.merchant_id = ${ctx.merchantId} AND u.coupon_id = ${id}
        AND ${afterCursor(order, decodeInstantCursor(cursor))}
      ORDER BY ${orderBy(order)} LIMIT ${limit + 1}`);
    const toDto = (row: UseRow): CouponUseDto => ({
      orderId: row.order_id,
      orderNumber: row.number,
      customerId: row.customer_id,
      discount: { amountMinor: row.discount_minor, currency },
      isCancelled: row.is_cancelled,
      redeemedAt: toIso(row.created_at),
    });
    return toPage([...rows], limit, toDto, (row) => ({ value: toIso(row.created_at), id: row.order_id }));
  });
}

/** How often coupons were used, and what they took off; one that was never used is left out. */
export async function getCouponUseTotals(ctx: Context, ids: readonly string[]): Promise<CouponUseTotals> {
  requirePermission(ctx, "products:read");
  if (ids.length === 0) return {};
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx.execute<{ coupon_id: string; uses: number; discount: number }>(sql`
      SELECT u.coupon_id, count(*) AS uses, sum(u.discount_minor)::bigint AS discount
      FROM coupon_uses u JOIN orders o ON o.merchant_id = u.merchant_id AND o.id = u.order_id
      WHERE u.merchant_id = ${ctx.merchantId} AND o.status <> 'cancelled'
        AND u.coupon_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      GROUP BY u.coupon_id`);
    return Object.fromEntries(
      rows.map(({ coupon_id, uses, discount }) => [coupon_id, { uses, discountMinor: discount }]),
    );
  });
}
