import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { nameIn } from "@/components/format/name-in";
import { Messages } from "@/components/shell/messages";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getUnderstandingStatus, listExamples } from "@/lib/service/understanding";
import { orFirstPage } from "../../../_shared/load";
import { one, pagerHrefs } from "../../../_shared/url-state";
import { UnderstandingPage } from "../../_components/understanding-page";
import { TrainingCard } from "../../_training/training-card";
import { IntentDialog } from "../_components/intent-dialog";
import { IntentState, stateOf } from "../_components/intent-state";
import { AddExamples } from "./_components/add-examples";
import { ArchiveButton } from "./_components/archive-button";
import { ExampleList } from "./_components/example-list";
import { readIntent } from "./_read-intent";

const LIST = "/understanding/intents";

interface IntentPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<UrlParams>;
}

export async function generateMetadata({ params }: IntentPageProps): Promise<Metadata> {
  const ctx = await requirePageContext("understanding:read");
  const intent = await readIntent(ctx, (await params).id);
  return { title: nameIn(intent.name, ctx.locale) };
}

export default async function IntentPage({ params, searchParams }: IntentPageProps) {
  const ctx = await requirePageContext("understanding:read");
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const path = `${LIST}/${id}`;
  const intent = await readIntent(ctx, id);
  const [t, tabs, examples, status] = await Promise.all([
    getTranslations("understanding.intents"),
    getTranslations("understanding.tabs"),
    orFirstPage(listExamples(ctx, { id, cursor: one(search.cursor) }), path),
    getUnderstandingStatus(ctx),
  ]);
  const canManage = can(ctx.actor, "understanding:manage");
  const isArchived = intent.archivedAt !== null;
  return (
    <UnderstandingPage
      ctx={ctx}
      crumb={{ label: nameIn(intent.name, ctx.locale), parent: { label: tabs("intents"), href: LIST } }}
      lead={
        <>
          <IntentState intent={intent} label={t(stateOf(intent))} />{" "}
          <code className="font-mono text-xs">{intent.id}</code>
          {intent.description ? ` · ${intent.description}` : null}
        </>
      }
      action={
        canManage ? (
          <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["understanding"]}>
            <div className="flex gap-2">
              {isArchived ? null : <IntentDialog intent={intent} />}
              <ArchiveButton intent={intent} />
            </div>
          </Messages>
        ) : null
      }
    >
      {isArchived ? (
        <Alert tone="amber" className="mb-3.5">
          <AlertTitle>{t("isArchived")}</AlertTitle>
        </Alert>
      ) : null}
      <TrainingCard
        initial={status}
        canTrain={canManage}
        now={ctx.now().toISOString()}
        timeZone={ctx.timeZone}
      />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <ExampleList
          intent={intent}
          examples={examples.data}
          canManage={canManage}
          pager={pagerHrefs(path, search, examples.nextCursor)}
        />
        {canManage && !isArchived ? <AddExamples intent={intent} /> : null}
      </div>
    </UnderstandingPage>
  );
}
