"use client";

import { useTranslations } from "use-intl";
import {
  ChartSkeleton,
  KpiRowSkeleton,
  Loading,
  PageHeaderSkeleton,
} from "@/components/feedback/page-skeletons";
import { Page } from "@/components/shell/page";

export default function ServiceQualityLoading() {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  return (
    <Page crumbs={[{ label: t("items.quality") }]}>
      <Loading label={common("loading")} className="grid gap-3.5">
        <PageHeaderSkeleton />
        <KpiRowSkeleton />
        <ChartSkeleton />
      </Loading>
    </Page>
  );
}
