import { formatNumber, formatPercent } from "@/components/format/format-number";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { HeadComparisonDto } from "@/lib/service/understanding/schemas";
import { PairBar } from "./pair-bar";

interface ScoreTableProps {
  ctx: PageContext;
  comparison: HeadComparisonDto;
  /** Names of the two versions. */
  before: string;
  after: string;
}

const METRICS = [
  { key: "accuracy", isShare: true, goodWhen: "up" },
  { key: "macroF1", isShare: true, goodWhen: "up" },
  { key: "expectedCalibrationError", isShare: true, goodWhen: "down" },
  { key: "logLoss", isShare: false, goodWhen: "down" },
] as const;

/** Two versions on the same texts: each measure as two bars on one scale, and whether the difference is chance. */
export async function ScoreTable({ ctx, comparison, before, after }: ScoreTableProps) {
  const t = await getTranslations("understanding.versions");
  const { locale } = ctx;
  const write = (value: number, isShare: boolean) =>
    isShare
      ? formatPercent(value, locale, { fractionDigits: 1 })
      : formatNumber(value, locale, { fractionDigits: 2 });
  return (
    <div className="min-w-0">
      <Table label={t("compareTitle", { after, before })}>
        <TableHeader>
          <TableRow>
            <TableHead className="pl-0">{t("metric")}</TableHead>
            <TableHead className="text-right">{before}</TableHead>
            <TableHead className="w-1/4 min-w-20 max-sm:hidden">
              <span className="sr-only">{t("change")}</span>
            </TableHead>
            <TableHead className="pr-0 text-right">{after}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {METRICS.map(({ key, isShare, goodWhen }) => {
            const from = comparison.before[key];
            const to = comparison.after[key];
            const scale = isShare ? 1 : Math.max(from, to, 0.01);
            const isBetter = goodWhen === "up" ? to > from : to < from;
            const tone = to === from ? "" : isBetter ? "text-jade-ink" : "text-cinnabar-ink";
            return (
              <TableRow key={key} data-metric={key}>
                <TableHead scope="row" className="pl-0 font-normal text-compact text-ink">
                  {t(`metrics.${key}`)}
                  {goodWhen === "down" ? (
                    <span className="text-ink-3 text-micro max-sm:block sm:ml-1.5">{t("lessIsBetter")}</span>
                  ) : null}
                </TableHead>
                <TableCell className="text-right text-ink-3">{write(from, isShare)}</TableCell>
                <TableCell className="max-sm:hidden">
                  <PairBar before={from / scale} after={to / scale} />
                </TableCell>
                <TableCell className={`whitespace-nowrap pr-0 text-right ${tone}`}>
                  <span aria-hidden>{to > from ? "▲ " : to < from ? "▼ " : ""}</span>
                  {write(to, isShare)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      <p className="mt-2 text-ink-3 text-xs">
        {t("fixed", {
          fixed: comparison.fixed,
          broken: comparison.broken,
          p: formatNumber(comparison.p, locale, { fractionDigits: 3 }),
        })}
      </p>
    </div>
  );
}
