import type { ReactNode } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { Card } from "@/components/ui/card";
import type { KpiDto } from "@/lib/operations/overview/schemas";
import { getTranslations } from "@/lib/platform/http/locale";

export type KpiKey = "netRevenue" | "orders" | "averageOrderValue" | "conversion";

interface KpiTileProps {
  name: KpiKey;
  kpi: KpiDto;
  format: (value: number) => string;
  /** The period compared with, in words; null where nothing is. */
  comparedWith: string | null;
  /** The difference from the period before; drawn only where there is one. */
  change: ReactNode;
}

/** A figure with its unit, its shape over the period, and what it is compared with. */
export async function KpiTile({ name, kpi, format, comparedWith, change }: KpiTileProps) {
  const t = await getTranslations("overview");
  return (
    <KpiCard label={t(`kpis.${name}`)}>
      <div className="flex items-center justify-between gap-3">
        <span className="whitespace-nowrap text-figure" data-kpi={name}>
          {kpi.current === null ? t("noData") : format(kpi.current)}
        </span>
        <Sparkline values={kpi.series} />
      </div>
      <div className="min-h-4 text-ink-3 text-xs" title={comparedWith ?? undefined}>
        {kpi.previous === null ? (
          comparedWith && t("nothingBefore")
        ) : (
          <>
            {change} {t("from", { value: format(kpi.previous) })}
          </>
        )}
      </div>
    </KpiCard>
  );
}

export function KpiCard({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card className="px-4 py-3.5">
      <dt className="text-compact text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </Card>
  );
}
