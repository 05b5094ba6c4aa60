import { formatNumber, formatPercent } from "@/components/format/format-number";
import { PointsValue } from "@/components/format/number";
import { nameIntents } from "@/components/intents/intent-words";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { HeadComparisonDto } from "@/lib/service/understanding/schemas";
import { readOwnIntents } from "../../_read-own-intents";
import { PairBar } from "./pair-bar";

interface ChangedIntentsProps {
  ctx: PageContext;
  comparison: HeadComparisonDto;
  limit: number;
}

/** Intents that fare differently under the two versions, the most changed first. */
export async function ChangedIntents({ ctx, comparison, limit }: ChangedIntentsProps) {
  const [t, figures, words, own] = await Promise.all([
    getTranslations("understanding.versions"),
    getTranslations("understanding.figures"),
    getTranslations("intents"),
    readOwnIntents(ctx),
  ]);
  const { locale } = ctx;
  const nameOf = nameIntents(words, own, locale);
  const shown = comparison.intents.slice(0, limit);
  const labels = {
    up: figures("change.up"),
    down: figures("change.down"),
    unchanged: figures("change.unchanged"),
  };
  if (shown.length === 0) return <p className="text-compact text-ink-3">{t("noneChanged")}</p>;
  return (
    <Table label={t("changedIntents")}>
      <TableHeader>
        <TableRow>
          <TableHead className="pl-0">{t("changedIntents")}</TableHead>
          <TableHead className="text-right">{t("texts")}</TableHead>
          <TableHead className="w-1/5 min-w-16 max-sm:hidden">
            <span className="sr-only">{t("change")}</span>
          </TableHead>
          <TableHead className="pr-0 text-right">{t("f1")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {shown.map(({ intent, count, f1Before, f1After }) => (
          <TableRow key={intent}>
            <TableHead scope="row" className="pl-0 font-normal text-compact text-ink">
              {nameOf(intent) ?? intent}
            </TableHead>
            <TableCell className="text-right">{formatNumber(count, locale)}</TableCell>
            <TableCell className="max-sm:hidden">
              <PairBar before={f1Before} after={f1After} />
            </TableCell>
            <TableCell className="whitespace-nowrap pr-0 text-right">
              {formatPercent(f1After, locale, { fractionDigits: 0 })}{" "}
              <span className="ml-1 text-xs">
                <PointsValue
                  value={f1After - f1Before}
                  locale={locale}
                  labels={labels}
                  unit={figures("points")}
                />
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
