import { Tags } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DataTable } from "@/components/data-table/data-table";
import type { UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { Messages } from "@/components/shell/messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getUnderstandingStatus, listIntents } from "@/lib/service/understanding";
import { PageCommands } from "../../_shared/page-commands";
import { one } from "../../_shared/url-state";
import { UnderstandingPage } from "../_components/understanding-page";
import { TrainingCard } from "../_training/training-card";
import { intentColumns } from "./_components/intent-columns";
import { IntentDialog } from "./_components/intent-dialog";

const PATH = "/understanding/intents";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("understanding");
  return { title: `${t("tabs.intents")} · ${t("title")}` };
}

export default async function IntentsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("understanding:read");
  const isAll = one((await searchParams).archived) === "true";
  const [t, { data }, status] = await Promise.all([
    getTranslations("understanding.intents"),
    listIntents(ctx, { includeArchived: true }),
    getUnderstandingStatus(ctx),
  ]);
  const canManage = can(ctx.actor, "understanding:manage");
  const current = data.filter(({ archivedAt }) => archivedAt === null);
  const shown = isAll ? data : current;
  const unlearnt = current.filter(({ isLearnt }) => !isLearnt).length;
  const create = (
    <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["understanding"]}>
      <IntentDialog />
    </Messages>
  );
  return (
    <UnderstandingPage
      ctx={ctx}
      lead={
        unlearnt > 0
          ? t("leadUnlearnt", { count: unlearnt })
          : t("lead", { count: current.length, base: status.baseIntents.length })
      }
      action={canManage && data.length > 0 ? create : null}
    >
      <PageCommands
        commands={canManage ? [{ id: "create", label: t("create"), keys: "c", focus: "#create-intent" }] : []}
      />
      <TrainingCard
        initial={status}
        canTrain={canManage}
        now={ctx.now().toISOString()}
        timeZone={ctx.timeZone}
      />
      <Card>
        {shown.length === 0 ? (
          <EmptyState
            icon={Tags}
            title={t("emptyTitle")}
            description={t("emptyText")}
            action={canManage && data.length === 0 ? create : undefined}
          />
        ) : (
          <DataTable
            label={t("table")}
            rows={shown}
            rowKey={({ id }) => id}
            columns={intentColumns({ t, locale: ctx.locale, timeZone: ctx.timeZone, path: PATH })}
          />
        )}
      </Card>
      {data.length > current.length ? (
        <p className="mt-2">
          <Button asChild variant="ghost" size="sm">
            <Link href={isAll ? PATH : `${PATH}?archived=true`} scroll={false}>
              {isAll ? t("hideArchived") : t("showArchived")}
            </Link>
          </Button>
        </p>
      ) : null}
    </UnderstandingPage>
  );
}
