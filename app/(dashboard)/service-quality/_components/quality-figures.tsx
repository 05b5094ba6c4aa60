import { formatDuration } from "@/components/format/format-duration";
import { formatNumber, formatPercent } from "@/components/format/format-number";
import { ChangeValue, PointsValue } from "@/components/format/number";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ServiceQualityDto } from "@/lib/service/quality/schemas";
import { FigureTile } from "../../_shared/figure-tile";

interface QualityFiguresProps {
  ctx: PageContext;
  quality: ServiceQualityDto;
  /** The period before, as long. */
  before: ServiceQualityDto;
}

/** Five figures, each beside what it was before. */
export async function QualityFigures({ ctx, quality, before }: QualityFiguresProps) {
  const t = await getTranslations("quality.figures");
  const { locale } = ctx;
  const labels = { up: t("change.up"), down: t("change.down"), unchanged: t("change.unchanged") };
  const number = (value: number) => formatNumber(value, locale);
  const percent = (value: number) => formatPercent(value, locale);
  const stars = (value: number) => formatNumber(value, locale, { fractionDigits: 1 });
  const duration = (seconds: number) => formatDuration(seconds, locale);

  const compare = (
    now: number | null,
    then: number | null,
    write: (value: number) => string,
    kind: { goodWhen: "up" | "down" | "neither"; isShare?: boolean },
  ) => {
    if (now === null || then === null || (!kind.isShare && then === 0)) return t("nothingBefore");
    return (
      <>
        {kind.isShare ? (
          <PointsValue
            value={now - then}
            goodWhen={kind.goodWhen === "down" ? "down" : "up"}
            unit={t("points")}
            {...{ locale, labels }}
          />
        ) : (
          <ChangeValue value={now / then - 1} goodWhen={kind.goodWhen} {...{ locale, labels }} />
        )}{" "}
        {t("from", { value: write(then) })}
      </>
    );
  };
  const { automation, firstResponse, resolution, ratings } = quality;
  const spread = (times: { p90Seconds: number | null }) =>
    times.p90Seconds === null ? {} : { note: t("median", { p90: duration(times.p90Seconds) }) };

  return (
    <dl aria-label={t("label")} className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      <FigureTile
        name="started"
        label={t("started")}
        value={number(quality.conversations.started)}
        compared={compare(quality.conversations.started, before.conversations.started, number, {
          goodWhen: "neither",
        })}
        series={quality.days.map(({ byBot, withPerson }) => byBot + withPerson)}
      />
      <FigureTile
        name="automation"
        label={t("automation")}
        value={automation.rate === null ? t("noData") : percent(automation.rate)}
        {...(automation.judged > 0
          ? {
              note: t("automationNote", {
                automated: number(automation.automated),
                judged: number(automation.judged),
              }),
            }
          : {})}
        compared={compare(automation.rate, before.automation.rate, percent, {
          ...{ goodWhen: "up", isShare: true },
        })}
      />
      <FigureTile
        name="first-response"
        label={t("firstResponse")}
        value={firstResponse.medianSeconds === null ? t("noData") : duration(firstResponse.medianSeconds)}
        {...spread(firstResponse)}
        compared={
          <>
            {compare(firstResponse.medianSeconds, before.firstResponse.medianSeconds, duration, {
              goodWhen: "down",
            })}
            {" · "}
            {t("unanswered", { count: firstResponse.unanswered })}
          </>
        }
      />
      <FigureTile
        name="resolution"
        label={t("resolution")}
        value={resolution.medianSeconds === null ? t("noData") : duration(resolution.medianSeconds)}
        {...spread(resolution)}
        compared={compare(resolution.medianSeconds, before.resolution.medianSeconds, duration, {
          goodWhen: "down",
        })}
      />
      <FigureTile
        name="rating"
        label={t("rating")}
        value={ratings.mean === null ? t("noneYet") : stars(ratings.mean)}
        {...(ratings.satisfied === null
          ? {}
          : { note: t("ratingNote", { satisfied: percent(ratings.satisfied), count: ratings.count }) })}
        compared={compare(ratings.mean, before.ratings.mean, stars, { goodWhen: "up" })}
      />
    </dl>
  );
}
