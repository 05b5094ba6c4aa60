import type { Metadata } from "next";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LineChart } from "@/components/charts/line-chart";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { formatDayRange } from "@/components/ui/format-day-range";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { AttentionList } from "./_components/attention-list";
import { Greeting } from "./_components/greeting";
import { KpiRow } from "./_components/kpi-row";
import { PeriodPicker } from "./_components/period-picker";
import { ServiceCard } from "./_components/service-card";
import { choosePeriod, type PeriodParams } from "./_period";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<PeriodParams> }) {
  const ctx = await requirePageContext("metrics:read");
  const [t, common, { overview, presets, today }] = await Promise.all([
    getTranslations("overview"),
    getTranslations("common"),
    searchParams.then((params) => choosePeriod(ctx, params)),
  ]);
  const { period, comparison } = overview;
  const comparedWith = comparison ? formatDayRange(comparison, ctx.locale) : null;
  const isDefault = presets[0]?.range.from === period.from && presets[0].range.to === period.to;
  return (
    <Page
      crumbs={[{ label: t("title") }]}
      toolbar={
        <>
          {comparison ? <span className="max-md:hidden">{t("versus", { days: period.days })}</span> : null}
          <PeriodPicker
            value={period}
            today={today}
            locale={ctx.locale}
            presets={presets.map(({ key, range }) => ({ label: t(`presets.${key}`), range }))}
            labels={{ region: t("period"), apply: common("apply") }}
          />
          <span className="max-md:hidden">{ctx.timeZone}</span>
        </>
      }
    >
      <PageTitle title={<Greeting ctx={ctx} />} lead={attentionSentence()} />
      <AttentionList overview={overview} locale={ctx.locale} />
      <KpiRow overview={overview} locale={ctx.locale} comparedWith={comparedWith} />
      <div className="mt-3.5 grid gap-3.5 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
        <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={[]}>
          <RevenueChart />
        </Messages>
        <ServiceCard overview={overview} ctx={ctx} />
      </div>
    </Page>
  );

  function attentionSentence(): string {
    const count = Number(overview.conversations.waiting > 0) + Number(overview.stock.alerts > 0);
    if (!overview.dataRange) return t("leadEmpty");
    const sentence = t("lead", { count });
    return isDefault
      ? sentence
      : `${sentence} ${t("leadPeriod", { period: formatDayRange(period, ctx.locale) })}`;
  }

  function RevenueChart() {
    const format = { kind: "money", currency: overview.currency } as const;
    const series = [
      { key: "current" as const, label: t("revenue.current") },
      ...(comparison
        ? [{ key: "previous" as const, label: t("revenue.previous", { days: period.days }) }]
        : []),
    ];
    const data = overview.revenue.map(({ day, currentMinor, previousMinor }) => ({
      x: day,
      current: currentMinor,
      ...(comparison ? { previous: previousMinor } : {}),
    }));
    const plot = { data, series, format, locale: ctx.locale, timeZone: ctx.timeZone };
    return (
      <ChartFrame
        {...plot}
        title={t("revenue.title")}
        description={t("revenue.note")}
        asOf={overview.asOf}
        labels={{ table: common("table"), chart: common("chart"), x: common("date"), asOf: common("asOf") }}
      >
        <LineChart {...plot} label={t("revenue.label", { period: formatDayRange(period, ctx.locale) })} />
      </ChartFrame>
    );
  }
}
