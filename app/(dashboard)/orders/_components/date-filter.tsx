"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { DateRange } from "@/components/ui/date-range";
import { NativeSelect } from "@/components/ui/native-select";
import type { Locale } from "@/lib/core/context";
import { addDays } from "@/lib/core/dates";

interface DateFilterProps {
  from: string | undefined;
  to: string | undefined;
  /** On the shop's calendar. */
  today: string;
  locale: Locale;
  pathname: string;
  params: UrlParams;
}

const SPANS = [1, 7, 28, 90] as const;

/** Days in the address as `from` and `to`: ready-made spans first, any two days once one is chosen. */
export function DateFilter({ from, to, today, locale, pathname, params }: DateFilterProps) {
  const t = useTranslations("orders");
  const common = useTranslations("common");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const apply = (range: { from: string; to: string }) => {
    const href = hrefWith(pathname, params, { ...range, cursor: undefined, back: undefined });
    startTransition(() => router.replace(href, { scroll: false }));
  };
  const spans = SPANS.map((days) => ({
    label: t("filters.span", { days }),
    range: { from: addDays(today, 1 - days), to: today },
  }));
  if (from || to) {
    return (
      <span aria-busy={pending}>
        <DateRange
          value={{ from: from ?? to ?? today, to: to ?? today }}
          onChange={apply}
          locale={locale}
          today={today}
          presets={[...spans, { label: t("filters.anyDate"), range: { from: "", to: "" } }]}
          labels={{ region: t("filters.dates"), apply: common("apply") }}
        />
      </span>
    );
  }
  return (
    <NativeSelect
      aria-label={t("filters.dates")}
      className="w-auto max-w-48"
      value=""
      onChange={(event) => {
        const span = spans.find(({ label }) => label === event.target.value);
        if (span) apply(span.range);
      }}
    >
      <option value="">{t("filters.anyDate")}</option>
      {spans.map(({ label }) => (
        <option key={label} value={label}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
