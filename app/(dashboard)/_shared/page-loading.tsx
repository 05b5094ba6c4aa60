"use client";

import { useTranslations } from "use-intl";
import {
  KpiRowSkeleton,
  Loading,
  PageHeaderSkeleton,
  TableSkeleton,
} from "@/components/feedback/page-skeletons";
import { Page } from "@/components/shell/page";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

type Area =
  | "products"
  | "customers"
  | "orders"
  | "requests"
  | "complaints"
  | "coupons"
  | "imports"
  | "knowledge"
  | "understanding";

/** A list on its way: title, filters, table. */
export function ListLoading({
  area,
  columns,
  filters = 3,
}: {
  area: Area;
  columns: number;
  filters?: number;
}) {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  return (
    <Page crumbs={[{ label: t(`items.${area}`) }]}>
      <Loading label={common("loading")}>
        <PageHeaderSkeleton />
        {filters > 0 ? (
          <div aria-hidden className="mb-3 flex flex-wrap gap-2">
            <Skeleton className="h-8 w-full rounded-md sm:w-64" />
            {Array.from({ length: filters - 1 }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
              <Skeleton key={index} className="h-8 w-28 rounded-md" />
            ))}
          </div>
        ) : null}
        <TableSkeleton rows={12} columns={columns} />
      </Loading>
    </Page>
  );
}

/** A record on its way: title, figures where it has them, its detail beside its facts. */
export function RecordLoading({ area, figures }: { area: Area; figures?: boolean }) {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  return (
    <Page crumbs={[{ label: t(`items.${area}`), href: `/${area}` }]}>
      <Loading label={common("loading")}>
        <PageHeaderSkeleton />
        {figures ? (
          <div className="mb-3.5">
            <KpiRowSkeleton />
          </div>
        ) : null}
        <div aria-hidden className="grid gap-3.5 lg:grid-cols-[minmax(0,1fr)_320px]">
          <TableSkeleton rows={6} columns={4} />
          <Card className="grid content-start gap-3 px-4 py-4">
            {["w-24", "w-40", "w-32", "w-44", "w-28"].map((width) => (
              <Skeleton key={width} className={`h-3 ${width}`} />
            ))}
          </Card>
        </div>
      </Loading>
    </Page>
  );
}
