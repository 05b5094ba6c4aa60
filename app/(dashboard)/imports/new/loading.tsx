"use client";

import { useTranslations } from "use-intl";
import { Loading, PageHeaderSkeleton } from "@/components/feedback/page-skeletons";
import { Page } from "@/components/shell/page";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

export default function NewImportLoading() {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  return (
    <Page crumbs={[{ label: t("items.imports"), href: "/imports" }]}>
      <Loading label={common("loading")}>
        <PageHeaderSkeleton />
        <div aria-hidden className="grid max-w-4xl gap-3.5">
          {["h-32", "h-44"].map((height) => (
            <Card key={height} className={`grid content-start gap-4 px-4 py-4 ${height}`}>
              <Skeleton className="h-3.5 w-40" />
              <Skeleton className="h-12 w-full rounded-md" />
            </Card>
          ))}
        </div>
      </Loading>
    </Page>
  );
}
