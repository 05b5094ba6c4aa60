import { formatNumber, formatPercent } from "@/components/format/format-number";
import { ChangeValue, PointsValue } from "@/components/format/number";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { QualityDto } from "@/lib/service/understanding/schemas";
import { FigureTile } from "../../_shared/figure-tile";

interface FigureRowProps {
  ctx: PageContext;
  quality: QualityDto;
  /** The period before, as long. */
  before: QualityDto;
}

/** All languages together: five figures, each beside what it was before. */
export async function FigureRow({ ctx, quality, before }: FigureRowProps) {
  const t = await getTranslations("understanding.figures");
  const { locale } = ctx;
  const now = quality.total;
  const then = before.total;
  const labels = { up: t("change.up"), down: t("change.down"), unchanged: t("change.unchanged") };
  const percent = (value: number | null) =>
    value === null ? t("noData") : formatPercent(value, locale, { fractionDigits: 1 });

  const share = (current: number | null, previous: number | null, goodWhen: "up" | "down") =>
    current === null ? null : previous === null ? (
      t("nothingBefore")
    ) : (
      <>
        <PointsValue
          value={current - previous}
          locale={locale}
          goodWhen={goodWhen}
          labels={labels}
          unit={t("points")}
        />{" "}
        {t("from", { value: percent(previous) })}
      </>
    );
  const count = (current: number, previous: number) =>
    previous === 0 ? (
      t("nothingBefore")
    ) : (
      <>
        <ChangeValue value={current / previous - 1} locale={locale} goodWhen="neither" labels={labels} />{" "}
        {t("from", { value: formatNumber(previous, locale) })}
      </>
    );

  const { accuracy } = now;
  return (
    <dl aria-label={t("label")} className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      <FigureTile
        name="messages"
        label={t("messages")}
        value={formatNumber(now.messages, locale)}
        compared={count(now.messages, then.messages)}
        series={quality.days.map(({ messages }) => messages)}
      />
      <FigureTile
        name="confidence"
        label={t("confidence")}
        value={percent(now.meanConfidence)}
        compared={share(now.meanConfidence, then.meanConfidence, "up")}
        series={quality.days.map(({ meanConfidence }) => meanConfidence)}
      />
      <FigureTile
        name="uncertain"
        label={t("uncertain")}
        value={percent(now.lowConfidenceShare)}
        compared={share(now.lowConfidenceShare, then.lowConfidenceShare, "down")}
        series={quality.days.map(({ messages, lowConfidence }) =>
          messages > 0 ? lowConfidence / messages : null,
        )}
      />
      <FigureTile
        name="accuracy"
        label={t("accuracy")}
        value={accuracy ? percent(accuracy.share) : t("notReviewed")}
        {...(accuracy
          ? { note: t("interval", { lower: percent(accuracy.lower), upper: percent(accuracy.upper) }) }
          : {})}
        compared={share(accuracy?.share ?? null, then.accuracy?.share ?? null, "up")}
      />
      <FigureTile
        name="corrections"
        label={t("corrections")}
        value={formatNumber(now.corrected, locale)}
        note={t("ofReviewed", { count: formatNumber(now.reviewed, locale) })}
        compared={count(now.corrected, then.corrected)}
        series={quality.days.map(({ corrected }) => corrected)}
      />
    </dl>
  );
}
