import { and, asc, eq, inArray } from "drizzle-orm";
import { coupons } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { type CouponRow, normalizeCode } from "./coupon-row";
import { judgeCoupon } from "./judge-coupon";
import { readCartLines, readUses } from "./read-cart";
import {
  type CouponResult,
  type EvaluateCouponsInput,
  type EvaluatedCouponsDto,
  evaluateCouponsInput,
} from "./schemas";

const MAX_PUBLIC = 100;

/**
 * Says of each coupon whether it applies to a cart, how much it takes off, and why not. Codes that are given are
 * looked at; without codes, those that the shop shows to everybody. Nothing is used up by it.
 */
export async function evaluateCoupons(ctx: Context, raw: EvaluateCouponsInput): Promise<EvaluatedCouponsDto> {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "orders:service");
  const { cart, codes } = parseInput(evaluateCouponsInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const lines = await readCartLines(tx, ctx.merchantId, cart.lines, cart.currency);
    const customerId = ctx.actor.type === "customer" ? ctx.actor.customerId : (cart.customerId ?? null);
    const uses = customerId ? await readUses(tx, ctx.merchantId, customerId) : null;
    // Customers are told of today; a shop may ask of another day.
    const at = cart.at && ctx.actor.type !== "customer" ? new Date(cart.at) : ctx.now();
    const judge = (coupon: CouponRow) =>
      judgeCoupon(coupon, { ...cart, lines, at, uses: uses && (uses.get(coupon.id) ?? 0) });
    const ofShop = eq(coupons.merchantId, ctx.merchantId);
    if (codes) {
      const wanted = [...new Set(codes.map(normalizeCode))];
      const found = await tx
        .select()
        .from(coupons)
        .where(and(ofShop, inArray(coupons.code, wanted)));
      const byCode = new Map(found.map((coupon) => [coupon.code, coupon]));
      return toAnswer(wanted.map((code) => judgeOrRefuse(code, byCode.get(code), judge)));
    }
    const shown = await tx
      .select()
      .from(coupons)
      .where(and(ofShop, eq(coupons.isPublic, true), eq(coupons.isActive, true)))
      .orderBy(asc(coupons.createdAt))
      .limit(MAX_PUBLIC);
    const results = shown.map(judge);
    return toAnswer(results.sort((a, b) => discountOf(b) - discountOf(a)));
  });
}

function judgeOrRefuse(
  code: string,
  coupon: CouponRow | undefined,
  judge: (coupon: CouponRow) => CouponResult,
): CouponResult {
  return coupon ? judge(coupon) : { applies: false, code, reason: "unknown_code" };
}

function toAnswer(results: CouponResult[]): EvaluatedCouponsDto {
  const best = results.reduce<CouponResult | null>(
    (most, result) => (discountOf(result) > (most ? discountOf(most) : -1) ? result : most),
    null,
  );
  return { results, best: best?.applies ? best.code : null };
}

const discountOf = (result: CouponResult) => (result.applies ? result.discount.amountMinor : -1);
