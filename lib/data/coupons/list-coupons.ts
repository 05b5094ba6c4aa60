import { and, eq, type SQL, sql } from "drizzle-orm";
import { coupons } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern, orderBy } from "../records";
import { normalizeCode, toCouponDto } from "./coupon-row";
import { type CouponDto, type CouponState, type ListCouponsInput, listCouponsInput } from "./schemas";

/** All coupons, those that customers must name too; newest first. */
export async function listCoupons(ctx: Context, raw: ListCouponsInput = {}): Promise<Page<CouponDto>> {
  requirePermission(ctx, "products:read");
  const { limit, cursor, isActive, state, q } = parseInput(listCouponsInput, raw);
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
          state ? isIn(state, ctx.now()) : undefined,
          q ? sql`${coupons.code} LIKE ${likePattern(normalizeCode(q), "anywhere")}` : undefined,
          afterCursor(order, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(orderBy(order))
      .limit(limit + 1);
    return toPage(rows, limit, toCouponDto, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}

/** The same question as `couponStateAt` answers for one coupon. */
function isIn(state: CouponState, now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { isActive, validFrom, validUntil } = coupons;
  const hasBegun = sql`(${validFrom} IS NULL OR ${validFrom} <= ${at})`;
  switch (state) {
    case "off":
      return sql`NOT ${isActive}`;
    case "scheduled":
      return sql`${isActive} AND ${validFrom} > ${at}`;
    case "over":
      return sql`${isActive} AND ${hasBegun} AND ${validUntil} <= ${at}`;
    case "running":
      return sql`${isActive} AND ${hasBegun} AND (${validUntil} IS NULL OR ${validUntil} > ${at})`;
  }
}
