import { ChartFrame } from "@/components/charts/chart-frame";
import { LineChart } from "@/components/charts/line-chart";
import { formatDayRange } from "@/components/ui/format-day-range";
import type { OverviewDto } from "@/lib/operations/overview/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

/** Net revenue by day, with the days before it dashed, and the same figures as a table. */
export async function RevenueCard({ overview, ctx }: { overview: OverviewDto; ctx: PageContext }) {
  const [t, common] = await Promise.all([getTranslations("overview.revenue"), getTranslations("common")]);
  const { period, comparison, currency, revenue } = overview;
  const plot = {
    data: revenue.map(({ day, currentMinor, previousMinor }) => ({
      x: day,
      current: currentMinor,
      ...(comparison ? { previous: previousMinor } : {}),
    })),
    series: [
      { key: "current" as const, label: t("current") },
      ...(comparison ? [{ key: "previous" as const, label: t("previous", { days: period.days }) }] : []),
    ],
    format: { kind: "money" as const, currency },
    locale: ctx.locale,
    timeZone: ctx.timeZone,
  };
  return (
    <ChartFrame
      {...plot}
      title={t("title")}
      description={t("note")}
      asOf={overview.asOf}
      height={264}
      labels={{ table: common("table"), chart: common("chart"), x: common("date"), asOf: common("asOf") }}
    >
      <LineChart {...plot} label={t("label", { period: formatDayRange(period, ctx.locale) })} />
    </ChartFrame>
  );
}
