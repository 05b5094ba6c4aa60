import { Sparkline } from "@/components/charts/sparkline";
import { formatNumber, formatPercent } from "@/components/format/format-number";
import { ChangeValue, PointsValue } from "@/components/format/number";
import { Card } from "@/components/ui/card";
import { formatMoney } from "@/lib/core/money";
import type { KpiDto, OverviewDto } from "@/lib/operations/overview/schemas";
import { getTranslations } from "@/lib/platform/http/locale";

interface KpiRowProps {
  overview: OverviewDto;
  locale: string;
  /** The period compared with, in words; null where nothing is. */
  comparedWith: string | null;
}

/** Four figures, each with its unit, its shape over the period, and what it is compared with. */
export async function KpiRow({ overview, locale, comparedWith }: KpiRowProps) {
  const t = await getTranslations("overview");
  const { kpis, currency } = overview;
  const money = (style: "whole" | "full") => (value: number) =>
    formatMoney({ amountMinor: Math.round(value), currency }, locale, style);
  const tiles: { key: keyof typeof kpis; kpi: KpiDto; format: (value: number) => string }[] = [
    { key: "netRevenue", kpi: kpis.netRevenue, format: money("whole") },
    { key: "orders", kpi: kpis.orders, format: (value) => formatNumber(value, locale) },
    { key: "averageOrderValue", kpi: kpis.averageOrderValue, format: money("full") },
    {
      key: "conversion",
      kpi: kpis.conversion,
      format: (value) => formatPercent(value, locale, { fractionDigits: 2 }),
    },
  ];
  const change = { up: t("change.up"), down: t("change.down"), unchanged: t("change.unchanged") };
  return (
    <dl className="grid grid-cols-1 gap-3.5 sm:grid-cols-2 xl:grid-cols-4">
      {tiles.map(({ key, kpi, format }) => (
        <Card key={key} className="px-4 py-3.5">
          <dt className="text-compact text-ink-3">{t(`kpis.${key}`)}</dt>
          <dd>
            <div className="flex items-center justify-between gap-3">
              <span className="whitespace-nowrap text-figure" data-kpi={key}>
                {kpi.current === null ? t("noData") : format(kpi.current)}
              </span>
              <Sparkline values={kpi.series} />
            </div>
            <div className="text-ink-3 text-xs" title={comparedWith ?? undefined}>
              {kpi.previous === null ? (
                comparedWith ? (
                  t("nothingBefore")
                ) : (
                  " "
                )
              ) : (
                <>
                  {key === "conversion" && kpi.current !== null ? (
                    // A share is compared in percentage points: "2 % less" of 3 % says something else to most.
                    <PointsValue
                      value={kpi.current - kpi.previous}
                      locale={locale}
                      labels={change}
                      unit={t("points")}
                    />
                  ) : (
                    <ChangeValue value={kpi.change} locale={locale} labels={change} />
                  )}{" "}
                  {t("from", { value: format(kpi.previous) })}
                </>
              )}
            </div>
          </dd>
        </Card>
      ))}
    </dl>
  );
}
