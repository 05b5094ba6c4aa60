import { formatPercent } from "@/components/format/format-number";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { HeadComparisonDto } from "@/lib/service/understanding/schemas";

const MEASURES = [
  { key: "accuracy", goodWhen: "up" },
  { key: "macroF1", goodWhen: "up" },
  { key: "expectedCalibrationError", goodWhen: "down" },
] as const;

/** The later version's scores on the held-out texts of each language, and the earlier one's beneath. */
export async function LanguageScores({
  ctx,
  comparison,
}: {
  ctx: PageContext;
  comparison: HeadComparisonDto;
}) {
  const [t, names] = await Promise.all([
    getTranslations("understanding.versions"),
    getTranslations("understanding.language"),
  ]);
  if (comparison.languages.length === 0) return null;
  const percent = (value: number) => formatPercent(value, ctx.locale, { fractionDigits: 1 });
  return (
    <Table label={t("byLanguage")}>
      <TableHeader>
        <TableRow>
          <TableHead className="pl-0">{t("byLanguage")}</TableHead>
          {MEASURES.map(({ key }) => (
            <TableHead key={key} className="whitespace-normal text-right last:pr-0">
              {t(`metrics.${key}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {comparison.languages.map(({ language, texts, before, after }) => (
          <TableRow key={language} data-language={language}>
            <TableHead scope="row" className="whitespace-normal pl-0 font-normal text-compact text-ink">
              {names(language)}
              <span className="block text-ink-3 text-micro">{t("textCount", { count: texts })}</span>
            </TableHead>
            {MEASURES.map(({ key, goodWhen }) => {
              const isSame = after[key] === before[key];
              const isBetter = goodWhen === "up" ? after[key] > before[key] : after[key] < before[key];
              return (
                <TableCell key={key} className="whitespace-nowrap text-right last:pr-0">
                  <span className={isSame ? "" : isBetter ? "text-jade-ink" : "text-cinnabar-ink"}>
                    <span aria-hidden>{isSame ? "" : after[key] > before[key] ? "▲ " : "▼ "}</span>
                    {percent(after[key])}
                  </span>
                  <span className="block text-ink-3 text-micro">
                    {t("beforeValue", { value: percent(before[key]) })}
                  </span>
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
