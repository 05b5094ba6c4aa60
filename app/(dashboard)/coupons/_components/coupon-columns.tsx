import type { DataTableColumn } from "@/components/data-table/data-table";
import { Money } from "@/components/format/money";
import { NumberValue } from "@/components/format/number";
import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/context";
import { formatInstant } from "@/lib/core/dates";
import { type CouponDto, type CouponUseTotals, couponStateAt } from "@/lib/data/coupons/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { CouponStateBadge } from "./coupon-state";
import { countScope, sayGift, spanOf } from "./describe-coupon";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"coupons">>>;
  locale: Locale;
  timeZone: string;
  now: Date;
  totals: CouponUseTotals;
}

export function couponColumns(input: ColumnsInput): DataTableColumn<CouponDto>[] {
  const { t, locale, timeZone, now, totals } = input;
  const day = (at: string | null) => (at ? formatInstant(at, { locale, timeZone, style: "dateTime" }) : "");
  return [
    {
      id: "code",
      header: t("columns.code"),
      href: ({ id }) => `/coupons/${id}`,
      cell: ({ code }) => <span className="whitespace-nowrap font-mono">{code}</span>,
    },
    {
      id: "gives",
      header: t("columns.gives"),
      cell: (coupon) => (
        <span className="flex flex-wrap items-center gap-2">
          {sayGift(t, coupon, { locale, timeZone, scope: countScope(t, coupon) })}
          {coupon.isPublic ? null : <Badge className="max-sm:hidden">{t("secret")}</Badge>}
        </span>
      ),
    },
    {
      id: "state",
      header: t("columns.state"),
      cell: (coupon) => {
        const state = couponStateAt(coupon, now);
        return <CouponStateBadge state={state} label={t(`states.${state}`)} />;
      },
    },
    {
      id: "validity",
      header: t("columns.validity"),
      from: "lg",
      cell: (coupon) => (
        <span className="text-ink-2">
          {t(`validity.${spanOf(coupon)}`, { from: day(coupon.validFrom), until: day(coupon.validUntil) })}
        </span>
      ),
    },
    {
      id: "uses",
      header: t("columns.uses"),
      align: "end",
      from: "sm",
      cell: ({ id }) => <NumberValue value={totals[id]?.uses ?? 0} locale={locale} />,
    },
    {
      id: "given",
      header: t("columns.given"),
      align: "end",
      from: "md",
      cell: ({ id, currency }) => (
        <Money amountMinor={totals[id]?.discountMinor ?? 0} currency={currency} locale={locale} />
      ),
    },
  ];
}
