import { Suspense } from "react";
import { formatNumber } from "@/components/format/format-number";
import { ChangeValue } from "@/components/format/number";
import { formatMoney } from "@/lib/core/money";
import type { OverviewDto } from "@/lib/operations/overview/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { ConversionTile, ConversionTileLoading } from "./conversion-tile";
import { KpiTile } from "./kpi-tile";

interface KpiRowProps {
  overview: OverviewDto;
  ctx: PageContext;
  /** The period compared with, in words; null where nothing is. */
  comparedWith: string | null;
}

/** Four figures, the slowest to count in its own time. */
export async function KpiRow({ overview, ctx, comparedWith }: KpiRowProps) {
  const t = await getTranslations("overview");
  const { kpis, currency, period } = overview;
  const { locale } = ctx;
  const money = (style: "whole" | "full") => (value: number) =>
    formatMoney({ amountMinor: Math.round(value), currency }, locale, style);
  const tiles = [
    { name: "netRevenue", format: money("whole") },
    { name: "orders", format: (value: number) => formatNumber(value, locale) },
    { name: "averageOrderValue", format: money("full") },
  ] as const;
  const labels = { up: t("change.up"), down: t("change.down"), unchanged: t("change.unchanged") };
  return (
    <dl className="grid grid-cols-1 gap-3.5 sm:grid-cols-2 xl:grid-cols-4">
      {tiles.map(({ name, format }) => (
        <KpiTile
          key={name}
          name={name}
          kpi={kpis[name]}
          format={format}
          comparedWith={comparedWith}
          change={<ChangeValue value={kpis[name].change} locale={locale} labels={labels} />}
        />
      ))}
      <Suspense key={`${period.from}/${period.to}`} fallback={<ConversionTileLoading />}>
        <ConversionTile ctx={ctx} period={period} comparedWith={comparedWith} />
      </Suspense>
    </dl>
  );
}
