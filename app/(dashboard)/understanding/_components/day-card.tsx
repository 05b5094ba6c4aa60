import { BarChart } from "@/components/charts/bar-chart";
import { formatChartX } from "@/components/charts/chart-format";
import { LineChart } from "@/components/charts/line-chart";
import { PlotCard } from "@/components/charts/plot-card";
import { formatNumber, formatPercent } from "@/components/format/format-number";
import { formatDayRange } from "@/components/ui/format-day-range";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { AlertDto, QualityDto } from "@/lib/service/understanding/schemas";

interface DayCardProps {
  ctx: PageContext;
  quality: QualityDto;
  /** Marked on the time axis where they fall into the period. */
  alerts: AlertDto[];
}

const AXIS_WIDTH = 44;

/** Confidence above, corrections below, on one time axis. */
export async function DayCard({ ctx, quality, alerts }: DayCardProps) {
  const [t, common] = await Promise.all([getTranslations("understanding.days"), getTranslations("common")]);
  const { locale, timeZone } = ctx;
  const { days } = quality;
  const period = formatDayRange({ from: quality.from, to: quality.to }, locale);
  const shared = { locale, timeZone, syncId: "understanding-days", valueAxisWidth: AXIS_WIDTH };
  const eventsOf = (kind: AlertDto["kind"]) =>
    alerts
      .filter((alert) => alert.kind === kind)
      .map(({ since, measure }) => ({ x: since, label: t(`event.${measure}`) }));
  const number = (value: number) => formatNumber(value, locale);
  return (
    <PlotCard
      title={t("title")}
      description={t("note")}
      labels={{ table: common("table"), chart: common("chart"), asOf: common("asOf") }}
      asOf={{ instant: ctx.now().toISOString(), locale, timeZone }}
      height={356}
      table={
        <Table label={t("title")} scrollClassName="h-full">
          <TableHeader>
            <TableRow>
              <TableHead>{t("day")}</TableHead>
              {(["messages", "confidence", "uncertain", "reviewed", "corrected"] as const).map((column) => (
                <TableHead key={column} className="text-right">
                  {t(column)}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {days.map((day) => (
              <TableRow key={day.day}>
                <TableHead scope="row" className="font-normal text-compact text-ink">
                  {formatChartX(day.day, locale, timeZone, "full")}
                </TableHead>
                <TableCell className="text-right">{number(day.messages)}</TableCell>
                <TableCell className="text-right">
                  {day.meanConfidence === null ? "—" : formatPercent(day.meanConfidence, locale)}
                </TableCell>
                <TableCell className="text-right">{number(day.lowConfidence)}</TableCell>
                <TableCell className="text-right">{number(day.reviewed)}</TableCell>
                <TableCell className="text-right">{number(day.corrected)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    >
      <h3 className="text-ink-3 text-xs">{t("confidence")}</h3>
      <div className="h-[200px]">
        <LineChart
          {...shared}
          data={days.map(({ day, meanConfidence }) => ({ x: day, current: meanConfidence }))}
          series={[{ key: "current", label: t("confidence") }]}
          format={{ kind: "percent" }}
          banded
          events={eventsOf("confidence")}
          label={t("confidenceLabel", { period })}
        />
      </div>
      <h3 className="mt-1 text-ink-3 text-xs">{t("corrections")}</h3>
      <div className="h-[116px]">
        <BarChart
          {...shared}
          data={days.map(({ day, corrected }) => ({ x: day, current: corrected }))}
          series={[{ key: "current", label: t("corrections") }]}
          format={{ kind: "number" }}
          events={eventsOf("corrections")}
          label={t("correctionsLabel", { period })}
        />
      </div>
    </PlotCard>
  );
}
