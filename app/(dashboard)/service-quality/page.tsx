import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { formatPercent } from "@/components/format/format-number";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getServiceQuality } from "@/lib/service/quality";
import { choosePeriod } from "../_shared/choose-period";
import { PeriodPicker } from "../_shared/period-picker";
import { AgentsCard } from "./_components/agents-card";
import { AutomationCard } from "./_components/automation-card";
import { FailingCard } from "./_components/failing-card";
import { QualityFigures } from "./_components/quality-figures";
import { StarsCard } from "./_components/stars-card";
import { VolumeCard } from "./_components/volume-card";

const PATH = "/service-quality";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quality");
  return { title: t("title") };
}

export default async function ServiceQualityPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("metrics:read");
  const params = await searchParams;
  const { period, previous, days, today, presets } = choosePeriod(ctx, params);
  const [t, quality, before] = await Promise.all([
    getTranslations("quality"),
    getServiceQuality(ctx, period),
    getServiceQuality(ctx, previous),
  ]);
  const { started } = quality.conversations;
  const { rate } = quality.automation;
  const lead =
    rate === null
      ? t("leadUnjudged", { started })
      : t("lead", { started, rate: formatPercent(rate, ctx.locale) });
  return (
    <Page
      crumbs={[{ label: t("title") }]}
      toolbar={
        <>
          <span className="max-md:hidden">{t("period.versus", { days })}</span>
          <PeriodPicker
            pathname={PATH}
            params={params}
            value={period}
            today={today}
            locale={ctx.locale}
            presets={presets.map(({ days: length, range }) => ({
              label: t("period.last", { days: length }),
              range,
            }))}
            labels={{ region: t("period.label"), apply: t("period.apply") }}
          />
          <span className="max-md:hidden">{ctx.timeZone}</span>
        </>
      }
    >
      <PageTitle title={t("title")} lead={lead} />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={[]}>
        <div className="grid gap-3.5 pt-4">
          <QualityFigures ctx={ctx} quality={quality} before={before} />
          <VolumeCard ctx={ctx} quality={quality} />
          <div className="grid items-start gap-3.5 xl:grid-cols-2">
            <AutomationCard ctx={ctx} automation={quality.automation} />
            <StarsCard ctx={ctx} ratings={quality.ratings} />
          </div>
          <FailingCard ctx={ctx} failing={quality.failing} />
          <AgentsCard ctx={ctx} agents={quality.agents} suggestions={quality.suggestions} />
        </div>
      </Messages>
    </Page>
  );
}
