import { IntervalBar, IntervalScale } from "@/components/charts/interval-bar";
import { formatNumber, formatPercent } from "@/components/format/format-number";
import { PointsValue } from "@/components/format/number";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { QualityDto } from "@/lib/service/understanding/schemas";

type Figures = QualityDto["total"];

interface LanguageCardProps {
  ctx: PageContext;
  quality: QualityDto;
  before: QualityDto;
}

/** The same figures a language, accuracies on one scale. */
export async function LanguageCard({ ctx, quality, before }: LanguageCardProps) {
  const [t, figures, names] = await Promise.all([
    getTranslations("understanding.languages"),
    getTranslations("understanding.figures"),
    getTranslations("understanding.language"),
  ]);
  const { locale } = ctx;
  const percent = (value: number | null, fractionDigits = 1) =>
    value === null ? "—" : formatPercent(value, locale, { fractionDigits });
  const rows: { key: keyof QualityRowNames; now: Figures; past: Figures | undefined }[] = [
    { key: "all", now: quality.total, past: before.total },
    ...quality.languages.map((now) => ({
      key: now.language,
      now,
      past: before.languages.find(({ language }) => language === now.language),
    })),
  ];
  const lowest = Math.min(0.8, ...rows.map(({ now }) => now.accuracy?.lower ?? 1));
  const domain = [Math.floor(lowest * 5) / 5, 1] as const;
  const labels = {
    up: figures("change.up"),
    down: figures("change.down"),
    unchanged: figures("change.unchanged"),
  };
  const moved = (now: number | null, past: number | null | undefined, goodWhen: "up" | "down") =>
    now === null || past === null || past === undefined ? null : (
      <span className="block text-micro">
        <PointsValue
          value={now - past}
          locale={locale}
          goodWhen={goodWhen}
          labels={labels}
          unit={figures("points")}
        />
      </span>
    );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t("note")}</CardDescription>
      </CardHeader>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("language")}</TableHead>
            <TableHead className="text-right">{figures("messages")}</TableHead>
            <TableHead className="text-right">{figures("confidence")}</TableHead>
            <TableHead className="text-right">{figures("uncertain")}</TableHead>
            <TableHead className="text-right">{figures("corrections")}</TableHead>
            <TableHead className="text-right">{t("accuracy")}</TableHead>
            <TableHead className="w-1/3 min-w-44 pl-5">
              <IntervalScale
                domain={domain}
                ticks={[domain[0], (domain[0] + 1) / 2, 1]}
                format={(tick) => percent(tick, 0)}
              />
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ key, now, past }) => (
            <TableRow key={key} data-language={key}>
              <TableHead scope="row" className="text-compact text-ink">
                {names(key)}
              </TableHead>
              <TableCell className="text-right">{formatNumber(now.messages, locale)}</TableCell>
              <TableCell className="whitespace-nowrap text-right">
                {percent(now.meanConfidence)}
                {moved(now.meanConfidence, past?.meanConfidence, "up")}
              </TableCell>
              <TableCell className="whitespace-nowrap text-right">
                {percent(now.lowConfidenceShare)}
                {moved(now.lowConfidenceShare, past?.lowConfidenceShare, "down")}
              </TableCell>
              <TableCell className="whitespace-nowrap text-right">
                {formatNumber(now.corrected, locale)}
                <span className="block text-ink-3 text-micro">
                  {figures("ofReviewed", { count: formatNumber(now.reviewed, locale) })}
                </span>
              </TableCell>
              <TableCell className="whitespace-nowrap text-right">
                {percent(now.accuracy?.share ?? null)}
                {moved(now.accuracy?.share ?? null, past?.accuracy?.share, "up")}
              </TableCell>
              <TableCell className="pl-5">
                {now.accuracy ? (
                  <IntervalBar
                    value={now.accuracy.share}
                    lower={now.accuracy.lower}
                    upper={now.accuracy.upper}
                    domain={domain}
                    label={t("bar", {
                      share: percent(now.accuracy.share),
                      lower: percent(now.accuracy.lower),
                      upper: percent(now.accuracy.upper),
                    })}
                  />
                ) : (
                  <span className="text-ink-3">{figures("notReviewed")}</span>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

type QualityRowNames = Record<"all" | QualityDto["languages"][number]["language"], unknown>;
