import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { listLabels } from "@/lib/service/labels";
import { LabelList } from "./_components/label-list";
import { NewLabel } from "./_components/new-label";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inboxTools");
  return { title: t("labels.title") };
}

export default async function LabelsPage() {
  const ctx = await requirePageContext("conversations:write");
  const [t, labels] = await Promise.all([getTranslations("inboxTools"), listLabels(ctx)]);
  if (labels.data.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={Tags}
          title={t("labels.emptyTitle")}
          description={t("labels.emptyText")}
          action={<NewLabel />}
        />
      </Card>
    );
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <p className="max-w-prose text-compact text-ink-3">{t("labels.lead")}</p>
        <NewLabel />
      </div>
      <Card>
        <LabelList labels={labels.data} canManage={can(ctx.actor, "understanding:manage")} />
      </Card>
    </>
  );
}
