import { MessageCircleQuestion } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { listQuestions } from "@/lib/data/knowledge";
import { listQuestionsInput } from "@/lib/data/knowledge/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../../_shared/load";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../../_shared/url-state";
import { KnowledgePage } from "../_components/knowledge-page";
import { QuestionRow } from "./_components/question-row";

const PATH = "/knowledge/questions";
const { shape } = listQuestionsInput;
const STATUSES = ["linked", "dismissed"] as const;
const LANGUAGES = ["zh", "en", "es", "other"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("knowledge");
  return { title: `${t("tabs.questions")} · ${t("title")}` };
}

export default async function QuestionsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("knowledge:read");
  const params = await searchParams;
  const status = pick(shape.status, params.status) ?? "open";
  const language = pick(shape.language, params.language);
  const [t, common, questions] = await Promise.all([
    getTranslations("knowledge"),
    getTranslations("common"),
    orFirstPage(
      listQuestions(ctx, { status, language, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const isFiltered = status !== "open" || language !== undefined;
  return (
    <KnowledgePage ctx={ctx} lead={t("questions.lead")}>
      <div className="mb-3">
        <FilterBar
          action={PATH}
          selects={[
            {
              name: "status",
              label: t("questions.status"),
              value: status === "open" ? "" : status,
              options: [
                { value: "", label: t("questions.statuses.open") },
                ...STATUSES.map((value) => ({ value, label: t(`questions.statuses.${value}`) })),
              ],
            },
            {
              name: "language",
              label: t("drafts.language"),
              value: language ?? "",
              options: [
                { value: "", label: t("list.filters.anyLanguage") },
                ...LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
              ],
            },
          ]}
          labels={{ apply: common("apply"), clear: common("clearFilters") }}
          clearHref={isFiltered ? PATH : undefined}
        />
      </div>
      <Card>
        {questions.data.length > 0 ? (
          <ul aria-label={t("questions.table")} className="divide-y">
            {questions.data.map((question) => (
              <QuestionRow
                key={question.id}
                question={question}
                canWrite={can(ctx.actor, "knowledge:write")}
                canOpen={can(ctx.actor, "conversations:read")}
                now={ctx.now().toISOString()}
              />
            ))}
          </ul>
        ) : isFiltered || params.cursor ? (
          <NoResults
            title={t("questions.noResults.title")}
            description={t("questions.noResults.description")}
            action={
              <Button asChild variant="outline">
                <Link href={PATH}>{common("clearFilters")}</Link>
              </Button>
            }
          />
        ) : (
          <EmptyState
            icon={MessageCircleQuestion}
            title={t("questions.empty.title")}
            description={t("questions.empty.description")}
          />
        )}
        {questions.data.length > 0 ? (
          <CursorPager
            {...pagerHrefs(PATH, params, questions.nextCursor)}
            labels={{ region: common("pages"), previous: common("previousPage"), next: common("nextPage") }}
            summary={t("questions.shown", { count: questions.data.length })}
          />
        ) : null}
      </Card>
    </KnowledgePage>
  );
}
