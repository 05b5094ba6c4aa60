import { formatPercent } from "@/components/format/format-number";
import { PointsValue } from "@/components/format/number";
import { Skeleton } from "@/components/ui/skeleton";
import { getConversion } from "@/lib/operations/overview";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { KpiCard, KpiTile } from "./kpi-tile";

interface ConversionTileProps {
  ctx: PageContext;
  period: { from: string; to: string };
  comparedWith: string | null;
}

/** Streams in after the rest: it reads every event of the period. */
export async function ConversionTile({ ctx, period, comparedWith }: ConversionTileProps) {
  const [t, kpi] = await Promise.all([
    getTranslations("overview"),
    getConversion(ctx, { from: period.from, to: period.to, compare: comparedWith ? "previous" : "none" }),
  ]);
  const labels = { up: t("change.up"), down: t("change.down"), unchanged: t("change.unchanged") };
  // A share is compared in percentage points: "2 % less" of 3 % says something else to most.
  const points = (kpi.current ?? 0) - (kpi.previous ?? 0);
  return (
    <KpiTile
      name="conversion"
      kpi={kpi}
      format={(value) => formatPercent(value, ctx.locale, { fractionDigits: 2 })}
      comparedWith={comparedWith}
      change={<PointsValue value={points} locale={ctx.locale} labels={labels} unit={t("points")} />}
    />
  );
}

/** As high as the tile, so that nothing moves when it comes. */
export async function ConversionTileLoading() {
  const t = await getTranslations("overview");
  return (
    <KpiCard label={t("kpis.conversion")}>
      <div className="flex h-8 items-center">
        <Skeleton className="h-6 w-20" />
      </div>
      <div className="flex h-4 items-center">
        <Skeleton className="h-2.5 w-28" />
      </div>
    </KpiCard>
  );
}
