import { and, eq } from "drizzle-orm";
import { coupons } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toCouponDto } from "./coupon-row";
import { type CouponDto, idInput } from "./schemas";

export async function getCoupon(ctx: Context, raw: { id: string }): Promise<CouponDto> {
  requirePermission(ctx, "products:read");
  const { id } = parseInput(idInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(coupons)
      .where(and(eq(coupons.merchantId, ctx.merchantId), eq(coupons.id, id)));
    if (!row) throw notFound("coupon");
    return toCouponDto(row);
  });
}
