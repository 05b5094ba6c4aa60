import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import type { CouponDto } from "@/lib/data/coupons/schemas";
import type { Language } from "./types";
import { botWords, GAPS, localeOf } from "./words";

/** A coupon as the bot lists it to whoever asks what there is. */
export function sayCouponLine(
  coupon: CouponDto,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const words = botWords(language);
  const locale = localeOf(language);
  const { code, kind, percentBasisPoints, amount, minimum, validUntil } = coupon;
  const what =
    kind === "percent"
      ? words("coupon.what.percent", { share: (percentBasisPoints ?? 0) / 10_000 })
      : words(`coupon.what.${kind}`, { amount: amount ? formatMoney(amount, locale) : "" });
  const until = validUntil ? formatInstant(validUntil, { locale, timeZone, style: "day" }) : null;
  return [
    words("coupon.line", { code, what }),
    ...(minimum.amountMinor > 0 ? [words("coupon.from", { minimum: formatMoney(minimum, locale) })] : []),
    ...(until ? [words("coupon.until", { until })] : []),
  ].join(GAPS[language].part);
}
