import {
  ChartSkeleton,
  KpiRowSkeleton,
  Loading,
  PageHeaderSkeleton,
} from "@/components/feedback/page-skeletons";
import { getTranslations } from "@/lib/platform/http/locale";

export default async function OverviewLoading() {
  const t = await getTranslations("common");
  return (
    <Loading label={t("loading")} className="grid gap-4 px-4 pt-18 md:px-7">
      <PageHeaderSkeleton />
      <KpiRowSkeleton />
      <ChartSkeleton />
    </Loading>
  );
}
