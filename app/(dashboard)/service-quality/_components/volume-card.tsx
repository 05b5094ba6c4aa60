import { BarChart } from "@/components/charts/bar-chart";
import { formatChartX } from "@/components/charts/chart-format";
import { ChartLegend } from "@/components/charts/chart-legend";
import { PlotCard } from "@/components/charts/plot-card";
import { formatNumber } from "@/components/format/format-number";
import { formatDayRange } from "@/components/ui/format-day-range";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ServiceQualityDto } from "@/lib/service/quality/schemas";

/** How many conversations began each day, and how many of them needed people. */
export async function VolumeCard({ ctx, quality }: { ctx: PageContext; quality: ServiceQualityDto }) {
  const [t, common] = await Promise.all([getTranslations("quality.volume"), getTranslations("common")]);
  const { locale, timeZone } = ctx;
  const period = formatDayRange({ from: quality.from, to: quality.to }, locale);
  const series = [
    { key: "current" as const, label: t("byBot") },
    { key: "previous" as const, label: t("withPerson") },
  ];
  const number = (value: number) => formatNumber(value, locale);
  return (
    <PlotCard
      title={t("title")}
      description={t("note")}
      legend={<ChartLegend series={series} shape="bar" />}
      labels={{ table: common("table"), chart: common("chart"), asOf: common("asOf") }}
      asOf={{ instant: ctx.now().toISOString(), locale, timeZone }}
      height={240}
      table={
        <Table label={t("title")} scrollClassName="h-full">
          <TableHeader>
            <TableRow>
              <TableHead>{t("day")}</TableHead>
              {(["total", "byBot", "withPerson"] as const).map((column) => (
                <TableHead key={column} className="text-right">
                  {t(column)}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {quality.days.map(({ day, byBot, withPerson }) => (
              <TableRow key={day}>
                <TableHead scope="row" className="font-normal text-compact text-ink">
                  {formatChartX(day, locale, timeZone, "full")}
                </TableHead>
                <TableCell className="text-right">{number(byBot + withPerson)}</TableCell>
                <TableCell className="text-right">{number(byBot)}</TableCell>
                <TableCell className="text-right">{number(withPerson)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    >
      <BarChart
        data={quality.days.map(({ day, byBot, withPerson }) => ({
          ...{ x: day, current: byBot, previous: withPerson },
        }))}
        series={series}
        format={{ kind: "number" }}
        label={t("label", { period })}
        {...{ locale, timeZone }}
      />
    </PlotCard>
  );
}
