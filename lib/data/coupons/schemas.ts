import { z } from "zod";
import { instantSchema } from "@/lib/core/date-schema";
import { currencySchema } from "@/lib/core/money-schema";
import { pageInput } from "@/lib/core/pagination";
import { idInput, money } from "../catalog/schemas";
import { shopInstantSchema, storableText } from "../records/schemas";

export { idInput };

export const COUPON_KINDS = ["percent", "fixed", "free_shipping"] as const;

/** Codes are typed by hand: letters in either case, full-width too, spaces around. */
const codeSchema = storableText(60)
  .transform((code) => code.normalize("NFKC").toUpperCase())
  .refine((code) => /^[A-Z0-9][A-Z0-9_-]{2,39}$/.test(code), "Use 3 to 40 letters, digits, - and _.");

const amount = z.int().min(0);
const ids = z.array(z.uuid().toLowerCase()).max(500);

export const createCouponInput = z
  .object({
    code: codeSchema,
    kind: z.enum(COUPON_KINDS),
    /** Hundredths of a per cent, of a percent coupon: 1,250 is 12.5 %. */
    percentBasisPoints: z.int().min(1).max(10_000).optional(),
    /** Of a fixed coupon. */
    amountMinor: z.int().min(1).optional(),
    currency: currencySchema,
    /** What the eligible lines must be worth together. */
    minimumMinor: amount.default(0),
    validFrom: shopInstantSchema.optional(),
    /** Valid before this instant. */
    validUntil: shopInstantSchema.optional(),
    perCustomerLimit: z.int().min(1).max(1_000).optional(),
    /** Both empty: every product counts. */
    productIds: ids.default([]),
    /** Categories below these count too. */
    categoryIds: ids.default([]),
    /** Shown to whoever asks what there is; others must name the code. */
    isPublic: z.boolean().default(false),
    isActive: z.boolean().default(true),
  })
  .refine(({ kind, percentBasisPoints }) => (kind === "percent") === (percentBasisPoints !== undefined), {
    message: "A percent coupon, and no other, has percentBasisPoints.",
    path: ["percentBasisPoints"],
  })
  .refine(({ kind, amountMinor }) => (kind === "fixed") === (amountMinor !== undefined), {
    message: "A fixed coupon, and no other, has amountMinor.",
    path: ["amountMinor"],
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom < validUntil, {
    message: "It would end before it begins.",
    path: ["validUntil"],
  });
export type CreateCouponInput = z.input<typeof createCouponInput>;

export const couponDto = z
  .object({
    id: z.uuid(),
    code: z.string(),
    kind: z.enum(COUPON_KINDS),
    percentBasisPoints: z.int().nullable(),
    amount: money.nullable(),
    currency: z.string(),
    minimum: money,
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
    perCustomerLimit: z.int().nullable(),
    productIds: z.array(z.uuid()),
    categoryIds: z.array(z.uuid()),
    isPublic: z.boolean(),
    isActive: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: "Coupon" });
export type CouponDto = z.infer<typeof couponDto>;

/** What is left out stays; null takes a limit away. */
export const changeCouponInput = idInput.extend({
  isActive: z.boolean().optional(),
  isPublic: z.boolean().optional(),
  validFrom: shopInstantSchema.nullable().optional(),
  /** Valid before this instant. */
  validUntil: shopInstantSchema.nullable().optional(),
  perCustomerLimit: z.int().min(1).max(1_000).nullable().optional(),
  /** From here on: what it gives and for what, which stays once an order has used it. */
  percentBasisPoints: z.int().min(1).max(10_000).optional(),
  amountMinor: z.int().min(1).optional(),
  minimumMinor: amount.optional(),
  productIds: ids.optional(),
  categoryIds: ids.optional(),
});
export const changeCouponBody = changeCouponInput.omit({ id: true });
export type ChangeCouponInput = z.input<typeof changeCouponInput>;

/** Where a coupon stands at an instant; one that was switched off is `off`, whatever its dates say. */
export const COUPON_STATES = ["running", "scheduled", "over", "off"] as const;
export type CouponState = (typeof COUPON_STATES)[number];

export function couponStateAt(
  coupon: Pick<CouponDto, "isActive" | "validFrom" | "validUntil">,
  at: Date,
): CouponState {
  if (!coupon.isActive) return "off";
  if (coupon.validFrom && at.getTime() < Date.parse(coupon.validFrom)) return "scheduled";
  if (coupon.validUntil && at.getTime() >= Date.parse(coupon.validUntil)) return "over";
  return "running";
}

export const listCouponsInput = pageInput.extend({
  /** In a query it is text. */
  isActive: z.union([z.boolean(), z.stringbool()]).optional(),
  /** As they stand now. */
  state: z.enum(COUPON_STATES).optional(),
  /** A part of the code, in either case. */
  q: storableText(60).min(1).optional(),
});
export type ListCouponsInput = z.input<typeof listCouponsInput>;

export const evaluateCouponsInput = z.object({
  cart: z.object({
    currency: currencySchema,
    lines: z
      .array(
        z.object({
          productId: z.uuid().toLowerCase(),
          quantity: z.int().min(1).max(1_000_000),
          /** Today's list price where left out. */
          unitPriceMinor: amount.optional(),
        }),
      )
      .min(1)
      .max(200),
    shippingMinor: amount.default(0),
    /** Whose limits count; a customer who asks themselves is that customer. */
    customerId: z.uuid().optional(),
    at: instantSchema.optional(),
  }),
  /** The shop's public ones where left out. */
  codes: z.array(storableText(60).min(1)).min(1).max(20).optional(),
});
export type EvaluateCouponsInput = z.input<typeof evaluateCouponsInput>;

export const COUPON_REFUSALS = [
  "unknown_code",
  "inactive",
  "not_started",
  "expired",
  "other_currency",
  "no_eligible_lines",
  "minimum_not_met",
  "no_shipping_fee",
  "limit_reached",
  "customer_unknown",
] as const;

export const couponResultDto = z.discriminatedUnion("applies", [
  z.object({
    applies: z.literal(true),
    code: z.string(),
    kind: z.enum(COUPON_KINDS),
    /** What it takes off, of the goods or of the fee for sending. */
    discount: money,
    /** What the lines that count are worth. */
    eligible: money,
  }),
  z.object({
    applies: z.literal(false),
    code: z.string(),
    reason: z.enum(COUPON_REFUSALS),
    validFrom: z.string().nullable().optional(),
    validUntil: z.string().nullable().optional(),
    minimum: money.optional(),
    /** What is missing to the minimum. */
    missing: money.optional(),
    limit: z.int().optional(),
  }),
]);
export type CouponResult = z.infer<typeof couponResultDto>;

export const evaluatedCouponsDto = z
  .object({
    /** In the order of the codes; of public ones the largest first. Each is looked at alone: they do not add up. */
    results: z.array(couponResultDto),
    /** The one that takes most off; null where none applies. */
    best: z.string().nullable(),
  })
  .meta({ id: "EvaluatedCoupons" });
export type EvaluatedCouponsDto = z.infer<typeof evaluatedCouponsDto>;

/** One order that used the coupon. */
export const couponUseDto = z
  .object({
    orderId: z.uuid(),
    orderNumber: z.string(),
    customerId: z.uuid().nullable(),
    discount: money,
    /** The order was cancelled since: the use counts for no limit. */
    isCancelled: z.boolean(),
    redeemedAt: z.string(),
  })
  .meta({ id: "CouponUse" });
export type CouponUseDto = z.infer<typeof couponUseDto>;

export const listCouponUsesInput = pageInput.extend({ id: z.uuid() });
export const listCouponUsesQuery = listCouponUsesInput.omit({ id: true });
export type ListCouponUsesInput = z.input<typeof listCouponUsesInput>;

/** By id of coupon: orders that used it and were not cancelled, and what it took off them. */
export type CouponUseTotals = Readonly<Record<string, { uses: number; discountMinor: number }>>;

export const redeemCouponInput = z.object({ code: storableText(60).min(1), orderId: z.uuid() });
export type RedeemCouponInput = z.input<typeof redeemCouponInput>;

export const redeemedCouponDto = z
  .object({ code: z.string(), orderId: z.uuid(), discount: money, redeemedAt: z.string() })
  .meta({ id: "RedeemedCoupon" });
export type RedeemedCouponDto = z.infer<typeof redeemedCouponDto>;
