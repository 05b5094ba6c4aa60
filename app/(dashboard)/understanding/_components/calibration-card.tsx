import { CalibrationChart, CalibrationLegend } from "@/components/charts/calibration-chart";
import { PlotCard } from "@/components/charts/plot-card";
import { formatNumber, formatPercent } from "@/components/format/format-number";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { Evaluation } from "../_read-evaluation";

const LANGUAGES = ["zh", "en", "es"] as const;

/** Whether a confidence of 80 % is right 8 times of 10, by the evaluation that came with the model. */
export async function CalibrationCard({ ctx, evaluation }: { ctx: PageContext; evaluation: Evaluation }) {
  const [t, names, common] = await Promise.all([
    getTranslations("understanding.calibration"),
    getTranslations("understanding.language"),
    getTranslations("common"),
  ]);
  const { locale } = ctx;
  const percent = (value: number) => formatPercent(value, locale, { fractionDigits: 1 });
  const series = LANGUAGES.map((lang) => ({
    key: lang,
    label: names(lang),
    points: evaluation.calibration
      .filter((bin) => bin.lang === lang && bin.count > 0)
      .toSorted((a, b) => a.confidence - b.confidence),
  })).filter(({ points }) => points.length > 0);
  if (series.length === 0) return null;
  return (
    <PlotCard
      title={t("title")}
      description={t("note")}
      legend={<CalibrationLegend series={series} ideal={t("ideal")} />}
      labels={{ table: common("table"), chart: common("chart") }}
      footnote={t("footnote", {
        version: evaluation.version,
        lines: formatNumber(evaluation.lines, locale),
      })}
      height={300}
      table={
        <Table label={t("title")} scrollClassName="h-full">
          <TableHeader>
            <TableRow>
              <TableHead>{names("all")}</TableHead>
              <TableHead className="text-right">{t("confidence")}</TableHead>
              <TableHead className="text-right">{t("accuracy")}</TableHead>
              <TableHead className="text-right">{t("lines")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {series.flatMap(({ key, label, points }) =>
              points.map((point) => (
                <TableRow key={`${key} ${point.confidence}`}>
                  <TableHead scope="row" className="font-normal text-compact text-ink">
                    {label}
                  </TableHead>
                  <TableCell className="text-right">{percent(point.confidence)}</TableCell>
                  <TableCell className="text-right">{percent(point.accuracy)}</TableCell>
                  <TableCell className="text-right">{formatNumber(point.count, locale)}</TableCell>
                </TableRow>
              )),
            )}
          </TableBody>
        </Table>
      }
    >
      <CalibrationChart
        series={series}
        locale={locale}
        label={t("label")}
        labels={{
          confidence: t("confidence"),
          accuracy: t("accuracy"),
          count: t("lines"),
        }}
      />
    </PlotCard>
  );
}
