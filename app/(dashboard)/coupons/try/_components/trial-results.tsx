"use client";

import { Check, CircleSlash } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import type { CouponResult, EvaluatedCouponsDto } from "@/lib/data/coupons/schemas";

interface TrialResultsProps {
  answer: EvaluatedCouponsDto;
  timeZone: string;
}

/** Each coupon with what it takes off, or why it does not. */
export function TrialResults({ answer, timeZone }: TrialResultsProps) {
  const t = useTranslations("coupons.try");
  if (answer.results.length === 0) return <p className="text-compact text-ink-3">{t("noPublic")}</p>;
  return (
    <>
      {answer.best ? null : <p className="mb-2 text-compact">{t("noneApply")}</p>}
      <ul className="text-compact">
        {answer.results.map((result) => (
          <Result
            key={result.code}
            result={result}
            isBest={result.code === answer.best}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </>
  );
}

function Result({ result, isBest, timeZone }: { result: CouponResult; isBest: boolean; timeZone: string }) {
  const t = useTranslations("coupons.try");
  const locale = useLocale();
  const Icon = result.applies ? Check : CircleSlash;
  return (
    <li
      data-testid={`coupon-${result.code}`}
      className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 border-t py-2.5 first:border-t-0"
    >
      <Icon
        aria-hidden
        className={cn("mt-px size-4", result.applies ? "text-jade" : "text-ink-3")}
        strokeWidth={2}
      />
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="break-all font-mono">{result.code}</span>
        {isBest ? <Badge tone="jade">{t("best")}</Badge> : null}
        {result.applies ? (
          <strong className="ml-auto">{t("off", { amount: formatMoney(result.discount, locale) })}</strong>
        ) : null}
      </span>
      <span className="col-start-2 text-ink-3 leading-5">
        {result.applies
          ? t("of", { amount: formatMoney(result.eligible, locale) })
          : reasonOf(result, t, locale, timeZone)}
      </span>
    </li>
  );
}

function reasonOf(
  refusal: Extract<CouponResult, { applies: false }>,
  t: ReturnType<typeof useTranslations<"coupons.try">>,
  locale: string,
  timeZone: string,
): string {
  const { reason, validFrom, validUntil, missing, minimum, limit } = refusal;
  const at = reason === "not_started" ? validFrom : validUntil;
  return t(`reasons.${reason}`, {
    date: at ? formatInstant(at, { locale, timeZone, style: "dateTime" }) : "",
    missing: missing ? formatMoney(missing, locale) : "",
    minimum: minimum ? formatMoney(minimum, locale) : "",
    limit: limit ?? 0,
  });
}
