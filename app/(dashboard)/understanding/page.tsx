import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getQuality, getUnderstandingStatus, listAlerts } from "@/lib/service/understanding";
import { choosePeriod } from "../_shared/choose-period";
import { PeriodPicker } from "../_shared/period-picker";
import { AlertList } from "./_components/alert-list";
import { CalibrationCard } from "./_components/calibration-card";
import { DayCard } from "./_components/day-card";
import { EvaluationCard } from "./_components/evaluation-card";
import { FigureRow } from "./_components/figure-row";
import { LanguageCard } from "./_components/language-card";
import { OverviewLead } from "./_components/overview-lead";
import { UnderstandingPage } from "./_components/understanding-page";
import { ConfusionCard } from "./_confusion/confusion-card";
import { readEvaluation } from "./_read-evaluation";
import { readOwnIntents } from "./_read-own-intents";

const PATH = "/understanding";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("understanding");
  return { title: t("title") };
}

export default async function UnderstandingOverviewPage({
  searchParams,
}: {
  searchParams: Promise<UrlParams>;
}) {
  const ctx = await requirePageContext("understanding:read");
  const params = await searchParams;
  const { period, previous, days, today, presets } = choosePeriod(ctx, params);
  const [t, quality, before, alerts, status, evaluation, own] = await Promise.all([
    getTranslations("understanding.period"),
    getQuality(ctx, period),
    getQuality(ctx, previous),
    listAlerts(ctx, { status: "open" }),
    getUnderstandingStatus(ctx),
    readEvaluation(),
    readOwnIntents(ctx),
  ]);
  const reviewed = quality.confusion.languages.flatMap(({ language: lang, cells }) =>
    cells.map((cell) => ({ ...cell, lang })),
  );
  const heldOut = evaluation && {
    version: evaluation.version,
    set: evaluation.set,
    lines: evaluation.lines,
    cells: evaluation.confusion.map(({ lang, label, guess, count }) => ({
      lang,
      actual: label,
      predicted: guess,
      count,
    })),
  };
  return (
    <UnderstandingPage
      ctx={ctx}
      lead={<OverviewLead ctx={ctx} quality={quality} waiting={status.waiting} />}
      toolbar={
        <>
          <span className="max-md:hidden">{t("versus", { days })}</span>
          <PeriodPicker
            pathname={PATH}
            params={params}
            value={period}
            today={today}
            locale={ctx.locale}
            presets={presets.map(({ days: length, range }) => ({
              label: t("last", { days: length }),
              range,
            }))}
            labels={{ region: t("label"), apply: t("apply") }}
          />
          <span className="max-md:hidden">{ctx.timeZone}</span>
        </>
      }
    >
      <AlertList alerts={alerts.data} canDismiss={can(ctx.actor, "understanding:manage")} />
      <div className="grid gap-3.5">
        <FigureRow ctx={ctx} quality={quality} before={before} />
        <LanguageCard ctx={ctx} quality={quality} before={before} />
        <DayCard ctx={ctx} quality={quality} alerts={alerts.data} />
        <ConfusionCard reviewed={reviewed} heldOut={heldOut} own={own} />
        {evaluation ? (
          <div className="grid items-start gap-3.5 xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
            <CalibrationCard ctx={ctx} evaluation={evaluation} />
            <EvaluationCard ctx={ctx} evaluation={evaluation} />
          </div>
        ) : null}
      </div>
    </UnderstandingPage>
  );
}
