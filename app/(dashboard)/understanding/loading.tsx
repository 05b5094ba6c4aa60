"use client";

import { useTranslations } from "use-intl";
import {
  ChartSkeleton,
  KpiRowSkeleton,
  Loading,
  PageHeaderSkeleton,
} from "@/components/feedback/page-skeletons";
import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function UnderstandingLoading() {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  return (
    <Page crumbs={[{ label: t("items.understanding") }]}>
      <Loading label={common("loading")} className="grid gap-3.5">
        <PageHeaderSkeleton />
        <Skeleton className="h-9 w-full rounded-md" />
        <KpiRowSkeleton />
        <ChartSkeleton />
      </Loading>
    </Page>
  );
}
