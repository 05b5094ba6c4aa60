import type { useTranslations } from "use-intl";
import type { Locale } from "@/lib/core/context";
import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import type { CouponDto } from "@/lib/data/coupons/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";

export type CouponWords =
  | ReturnType<typeof useTranslations<"coupons">>
  | Awaited<ReturnType<typeof getTranslations<"coupons">>>;

export type Described = Pick<
  CouponDto,
  | "kind"
  | "percentBasisPoints"
  | "amount"
  | "minimum"
  | "validFrom"
  | "validUntil"
  | "perCustomerLimit"
  | "isPublic"
>;

interface Surroundings {
  locale: Locale;
  timeZone: string;
  /** What the coupon is for, by name; empty where it is for everything. */
  scope: readonly string[];
}

/** What a coupon takes off, in one sentence. */
export function sayGift(t: CouponWords, coupon: Described, { locale, scope }: Surroundings): string {
  const values = {
    percent: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
      (coupon.percentBasisPoints ?? 0) / 10_000,
    ),
    amount: coupon.amount ? formatMoney(coupon.amount, locale) : "",
    scope: new Intl.ListFormat(locale).format(scope),
    hasScope: scope.length > 0 ? "yes" : "no",
    minimum: formatMoney(coupon.minimum, locale),
    hasMinimum: coupon.minimum.amountMinor > 0 ? "yes" : "no",
  };
  return t(`says.${coupon.kind}`, values);
}

/** The coupon in plain sentences: what it gives, when, how often, and who hears of it. */
export function sayCoupon(t: CouponWords, coupon: Described, surroundings: Surroundings): string[] {
  const { locale, timeZone } = surroundings;
  const { validFrom, validUntil, perCustomerLimit } = coupon;
  const time = (at: string) => formatInstant(at, { locale, timeZone, style: "dateTime" });
  const times = {
    from: validFrom ? time(validFrom) : "",
    until: validUntil ? time(validUntil) : "",
  };
  return [
    sayGift(t, coupon, surroundings),
    t(`says.${spanOf(coupon)}`, times),
    perCustomerLimit === null ? t("says.noLimit") : t("says.limit", { limit: perCustomerLimit }),
    coupon.isPublic ? t("says.public") : t("says.secret"),
  ];
}

export function spanOf({ validFrom, validUntil }: Pick<CouponDto, "validFrom" | "validUntil">) {
  if (validFrom && validUntil) return "between" as const;
  if (validFrom) return "from" as const;
  return validUntil ? ("until" as const) : ("always" as const);
}

/** How a list names a scope, without reading the names of hundreds of things. */
export function countScope(t: CouponWords, { categoryIds, productIds }: CouponDto): string[] {
  return [
    ...(categoryIds.length > 0 ? [t("says.categories", { count: categoryIds.length })] : []),
    ...(productIds.length > 0 ? [t("says.products", { count: productIds.length })] : []),
  ];
}
