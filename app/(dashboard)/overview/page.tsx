import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/shell/page";
import { formatDayRange } from "@/components/ui/format-day-range";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { PeriodPicker } from "../_shared/period-picker";
import { AttentionList } from "./_components/attention-list";
import { Greeting } from "./_components/greeting";
import { KpiRow } from "./_components/kpi-row";
import { RevenueCard } from "./_components/revenue-card";
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
  const { period, comparison, conversations, stock } = overview;
  const matters = Number(conversations.waiting > 0) + Number(stock.alerts > 0);
  return (
    <Page
      crumbs={[{ label: t("title") }]}
      toolbar={
        <>
          {comparison ? <span className="max-md:hidden">{t("versus", { days: period.days })}</span> : null}
          <PeriodPicker
            pathname="/overview"
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
      <PageTitle
        title={<Greeting ctx={ctx} />}
        lead={overview.dataRange ? t("lead", { count: matters }) : t("leadEmpty")}
      />
      <AttentionList overview={overview} locale={ctx.locale} />
      <KpiRow
        overview={overview}
        ctx={ctx}
        comparedWith={comparison ? formatDayRange(comparison, ctx.locale) : null}
      />
      <div className="mt-3.5 grid gap-3.5 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
        <RevenueCard overview={overview} ctx={ctx} />
        <ServiceCard overview={overview} ctx={ctx} />
      </div>
    </Page>
  );
}
