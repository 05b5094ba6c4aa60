import { formatNumber, formatPercent } from "@/components/format/format-number";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { Evaluation } from "../_read-evaluation";

const LANGUAGES = ["zh", "en", "es"] as const;
const MEASURES = ["accuracy", "macroF1", "calibrationError", "outOfScopeRecall", "inScopeRefused"] as const;

/** What the shipped model can do, by the evaluation that came with it: a row a measure, a column a language. */
export async function EvaluationCard({ ctx, evaluation }: { ctx: PageContext; evaluation: Evaluation }) {
  const [t, names] = await Promise.all([
    getTranslations("understanding.evaluation"),
    getTranslations("understanding.language"),
  ]);
  const { locale } = ctx;
  const languages = LANGUAGES.flatMap((lang) => {
    const scores = evaluation.languages[lang];
    return scores ? [{ lang, scores }] : [];
  });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>
          {t("note", { version: evaluation.version, lines: formatNumber(evaluation.lines, locale) })}
        </CardDescription>
      </CardHeader>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead className="pl-4">{t("measure")}</TableHead>
            {languages.map(({ lang }) => (
              <TableHead key={lang} className="text-right last:pr-4">
                {names(lang)}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {MEASURES.map((measure) => (
            <TableRow key={measure}>
              <TableHead
                scope="row"
                className="whitespace-normal py-1.5 pl-4 font-normal text-compact text-ink"
              >
                {t(`${measure}.name`)}
                <span className="block text-ink-3 text-xs">{t(`${measure}.hint`)}</span>
              </TableHead>
              {languages.map(({ lang, scores }) => {
                const value = scores[measure];
                return (
                  <TableCell key={lang} className="whitespace-nowrap text-right last:pr-4">
                    {typeof value === "number" ? formatPercent(value, locale, { fractionDigits: 1 }) : "—"}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
