import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { coupons, couponUses } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { type CouponRow, normalizeCode } from "./coupon-row";
import { judgeCoupon } from "./judge-coupon";
import { readCartLines, readUses } from "./read-cart";
import { type RedeemCouponInput, type RedeemedCouponDto, redeemCouponInput } from "./schemas";

/**
 * Remembers that an order used a coupon, which is what limits per customer count. The order's own amounts stay as the
 * shop's system wrote them. Again for the same order it is the same use; the lock on the coupon keeps two orders of
 * one customer from passing its limit side by side.
 * @throws AppError `not_possible` with the coupon's refusal as `details`.
 */
export async function redeemCoupon(ctx: Context, raw: RedeemCouponInput): Promise<RedeemedCouponDto> {
  requirePermission(ctx, "orders:service");
  const input = parseInput(redeemCouponInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [coupon] = await tx
      .select()
      .from(coupons)
      .where(and(eq(coupons.merchantId, ctx.merchantId), eq(coupons.code, normalizeCode(input.code))))
      .for("update");
    if (!coupon) throw notFound("coupon");
    const order = await readOrder(tx, ctx.merchantId, input.orderId);
    const ofOrder = and(
      eq(couponUses.merchantId, ctx.merchantId),
      eq(couponUses.couponId, coupon.id),
      eq(couponUses.orderId, order.id),
    );
    const [before] = await tx.select().from(couponUses).where(ofOrder);
    if (before) return toDto(coupon, before);
    const result = judgeCoupon(coupon, {
      currency: order.currency,
      lines: await readCartLines(tx, ctx.merchantId, order.lines, order.currency),
      shippingMinor: order.shipping_minor,
      at: new Date(order.placed_at),
      uses: order.customer_id
        ? ((await readUses(tx, ctx.merchantId, order.customer_id)).get(coupon.id) ?? 0)
        : null,
    });
    if (!result.applies)
      throw new AppError("not_possible", "The coupon does not apply to this order.", {
        details: { ...result },
      });
    const [use] = await tx
      .insert(couponUses)
      .values({
        ...{ merchantId: ctx.merchantId, couponId: coupon.id, orderId: order.id },
        ...{ discountMinor: result.discount.amountMinor, createdAt: ctx.now() },
      })
      .returning();
    await recordAudit(tx, ctx, {
      action: "coupon.redeemed",
      subject: { type: "coupon", id: coupon.id },
      details: { code: coupon.code, orderId: order.id, discountMinor: result.discount.amountMinor },
    });
    return toDto(coupon, use!);
  });
}

interface OrderRow extends Record<string, unknown> {
  id: string;
  customer_id: string | null;
  currency: string;
  shipping_minor: number;
  placed_at: string;
  lines: { productId: string; quantity: number; unitPriceMinor: number }[];
}

async function readOrder(tx: Transaction, merchantId: string, id: string): Promise<OrderRow> {
  const [row] = await tx.execute<OrderRow>(sql`
    SELECT o.id, o.customer_id, o.currency, o.shipping_minor, o.placed_at,
      coalesce((SELECT json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity,
          'unitPriceMinor', l.unit_price_minor) ORDER BY l.position)
        FROM order_lines l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id
          AND l.product_id IS NOT NULL), '[]') AS lines
    FROM orders o WHERE o.merchant_id = ${merchantId} AND o.id = ${id}`);
  if (!row) throw notFound("order");
  return row;
}

function toDto(coupon: CouponRow, use: typeof couponUses.$inferSelect): RedeemedCouponDto {
  return {
    code: coupon.code,
    orderId: use.orderId,
    discount: { amountMinor: use.discountMinor, currency: coupon.currency },
    redeemedAt: use.createdAt.toISOString(),
  };
}
