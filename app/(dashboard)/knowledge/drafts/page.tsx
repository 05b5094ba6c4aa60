import { FilePen } from "lucide-react";
import type { Metadata } from "next";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import type { UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { listArticles } from "@/lib/data/knowledge";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../../_shared/load";
import { one, pagerHrefs } from "../../_shared/url-state";
import { KnowledgePage } from "../_components/knowledge-page";
import { draftColumns } from "./_components/draft-columns";

const PATH = "/knowledge/drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("knowledge");
  return { title: `${t("tabs.drafts")} · ${t("title")}` };
}

export default async function DraftsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("knowledge:read");
  const params = await searchParams;
  const [t, common, drafts] = await Promise.all([
    getTranslations("knowledge"),
    getTranslations("common"),
    orFirstPage(listArticles(ctx, { status: "draft", cursor: one(params.cursor) }), PATH),
  ]);
  return (
    <KnowledgePage ctx={ctx} lead={t("drafts.lead")}>
      <Card>
        <DataTable
          label={t("drafts.table")}
          rows={drafts.data}
          rowKey={({ id }) => id}
          columns={draftColumns({
            t,
            locale: ctx.locale,
            timeZone: ctx.timeZone,
            canWrite: can(ctx.actor, "knowledge:write"),
            canOpen: can(ctx.actor, "conversations:read"),
          })}
          empty={
            <EmptyState
              icon={FilePen}
              title={t("drafts.empty.title")}
              description={t("drafts.empty.description")}
            />
          }
        />
        {drafts.data.length > 0 ? (
          <CursorPager
            {...pagerHrefs(PATH, params, drafts.nextCursor)}
            labels={{ region: common("pages"), previous: common("previousPage"), next: common("nextPage") }}
            summary={t("drafts.shown", { count: drafts.data.length })}
          />
        ) : null}
      </Card>
    </KnowledgePage>
  );
}
