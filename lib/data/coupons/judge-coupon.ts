import { share } from "@/lib/core/share";
import type { CouponRow } from "./coupon-row";
import type { CouponResult } from "./schemas";

export interface CartLine {
  productId: string;
  /** Those of the product and all above them. */
  categoryIds: readonly string[];
  totalMinor: number;
}

export interface Cart {
  currency: string;
  lines: readonly CartLine[];
  shippingMinor: number;
  at: Date;
  /** How often this customer has used the coupon; null where nobody knows the customer. */
  uses: number | null;
}

/**
 * Whether a coupon applies to a cart and what it takes off, or the first reason why it does not. A percentage is of
 * the sum of the lines that count, rounded once, half a minor unit up; nothing takes off more than what it is of.
 */
export function judgeCoupon(coupon: CouponRow, cart: Cart): CouponResult {
  const { code, kind } = coupon;
  const money = (amountMinor: number) => ({ amountMinor, currency: cart.currency });
  const refusal = refuseCoupon(coupon, cart);
  if (refusal) return { applies: false, code, ...refusal };
  const eligible = eligibleMinor(coupon, cart.lines);
  const discount =
    kind === "percent"
      ? share(eligible, coupon.percentBasisPoints!, 10_000)
      : kind === "fixed"
        ? Math.min(coupon.amountMinor!, eligible)
        : cart.shippingMinor;
  return { applies: true, code, kind, discount: money(discount), eligible: money(eligible) };
}

type Refusal = Omit<Extract<CouponResult, { applies: false }>, "applies" | "code">;

function refuseCoupon(coupon: CouponRow, cart: Cart): Refusal | null {
  const { validFrom, validUntil, perCustomerLimit: limit } = coupon;
  if (!coupon.isActive) return { reason: "inactive" };
  if (validFrom && cart.at < validFrom) return { reason: "not_started", validFrom: validFrom.toISOString() };
  if (validUntil && cart.at >= validUntil) return { reason: "expired", validUntil: validUntil.toISOString() };
  if (coupon.currency !== cart.currency) return { reason: "other_currency" };
  const eligible = eligibleMinor(coupon, cart.lines);
  if (eligible === 0) return { reason: "no_eligible_lines" };
  if (eligible < coupon.minimumMinor) {
    const money = (amountMinor: number) => ({ amountMinor, currency: cart.currency });
    const missing = money(coupon.minimumMinor - eligible);
    return { reason: "minimum_not_met", minimum: money(coupon.minimumMinor), missing };
  }
  if (coupon.kind === "free_shipping" && cart.shippingMinor === 0) return { reason: "no_shipping_fee" };
  if (limit !== null && cart.uses === null) return { reason: "customer_unknown", limit };
  if (limit !== null && cart.uses! >= limit) return { reason: "limit_reached", limit };
  return null;
}

function eligibleMinor({ productIds, categoryIds }: CouponRow, lines: readonly CartLine[]): number {
  const isForAll = productIds.length === 0 && categoryIds.length === 0;
  const counts = (line: CartLine) =>
    isForAll ||
    productIds.includes(line.productId) ||
    line.categoryIds.some((id) => categoryIds.includes(id));
  return lines.filter(counts).reduce((sum, { totalMinor }) => sum + totalMinor, 0);
}
