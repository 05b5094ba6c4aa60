import { and, eq, sql } from "drizzle-orm";
import { coupons } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, orderBy } from "../records";
import { toCouponDto } from "./coupon-row";
import { type CouponDto, type ListCouponsInput, listCouponsInput } from "./schemas";

/** All coupons, those that customers must name too; newest first. */
export async function listCoupons(ctx: Context, raw: ListCouponsInput = {}): Promise<Page<CouponDto>> {
  requirePermission(ctx, "products:read");
  const { limit, cursor, isActive } = parseInput(listCouponsInput, raw);
  const order = {
    value: sql`${coupons.createdAt}`,
    type: "timestamptz" as const,
    id: sql`${coupons.id}`,
    descending: true,
  };
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(coupons)
      .where(
        and(
          eq(coupons.merchantId, ctx.merchantId),
          isActive === undefined ? undefined : eq(coupons.isActive, isActive),
          afterCursor(order, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(orderBy(order))
      .limit(limit + 1);
    return toPage(rows, limit, toCouponDto, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}
