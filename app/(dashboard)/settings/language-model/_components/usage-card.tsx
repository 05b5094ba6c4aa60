import { BarChart } from "@/components/charts/bar-chart";
import { formatChartX } from "@/components/charts/chart-format";
import { PlotCard } from "@/components/charts/plot-card";
import { formatNumber } from "@/components/format/format-number";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { LanguageModelDto } from "@/lib/platform/llm/schemas";

const COLUMNS = ["tokens", "calls", "failures", "refused"] as const;

/** What the model used in the last thirty days, and how many of its answers were not. */
export async function UsageCard({ ctx, usage }: { ctx: PageContext; usage: LanguageModelDto["usage"] }) {
  const [t, common] = await Promise.all([getTranslations("languageModel.usage"), getTranslations("common")]);
  const { locale } = ctx;
  // Days are counted in UTC, whatever the shop's zone.
  const timeZone = "UTC";
  return (
    <PlotCard
      title={t("title")}
      description={t("note")}
      labels={{ table: common("table"), chart: common("chart"), asOf: common("asOf") }}
      asOf={{ instant: ctx.now().toISOString(), locale, timeZone }}
      height={200}
      table={
        <Table label={t("title")} scrollClassName="h-full">
          <TableHeader>
            <TableRow>
              <TableHead>{t("day")}</TableHead>
              {COLUMNS.map((column) => (
                <TableHead
                  key={column}
                  className="text-right"
                  title={column === "refused" ? t("refusedHint") : undefined}
                >
                  {t(column)}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {usage.toReversed().map((row) => (
              <TableRow key={row.day}>
                <TableHead scope="row" className="font-normal text-compact text-ink">
                  {formatChartX(row.day, locale, timeZone, "full")}
                </TableHead>
                {COLUMNS.map((column) => (
                  <TableCell key={column} className="text-right">
                    {formatNumber(row[column], locale)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    >
      <BarChart
        data={usage.map(({ day, tokens }) => ({ x: day, current: tokens }))}
        series={[{ key: "current" as const, label: t("tokens") }]}
        format={{ kind: "number" }}
        label={t("label")}
        {...{ locale, timeZone }}
      />
    </PlotCard>
  );
}
