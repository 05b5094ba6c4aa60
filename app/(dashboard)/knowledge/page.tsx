import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { listArticleGroups } from "@/lib/data/knowledge";
import {
  articleLanguageSchema,
  articleStateSchema,
  audienceSchema,
  listArticleGroupsInput,
} from "@/lib/data/knowledge/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { articleColumns } from "./_components/article-columns";
import { KnowledgePage } from "./_components/knowledge-page";

const PATH = "/knowledge";
const { shape } = listArticleGroupsInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("knowledge");
  return { title: t("title") };
}

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("knowledge:read");
  const params = await searchParams;
  const filters = {
    q: pick(shape.q, params.q),
    state: pick(shape.state, params.state),
    language: pick(shape.language, params.language),
    audience: pick(shape.audience, params.audience),
  };
  const [t, common, groups] = await Promise.all([
    getTranslations("knowledge"),
    getTranslations("common"),
    orFirstPage(
      listArticleGroups(ctx, { ...filters, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = groups.data.length === 0 && !isFiltered && !params.cursor;
  const choice = <Value extends string>(
    any: string,
    values: readonly Value[],
    label: (value: Value) => string,
  ) => [{ value: "", label: any }, ...values.map((value) => ({ value, label: label(value) }))];
  return (
    <KnowledgePage
      ctx={ctx}
      lead={t("lead")}
      commands={
        isEmpty
          ? []
          : [{ id: "search", label: t("commands.search"), keys: "/", focus: "main input[type=search]" }]
      }
    >
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={BookOpen}
            title={t("list.empty.title")}
            description={t("list.empty.description")}
            action={
              can(ctx.actor, "knowledge:write") ? (
                <Button asChild variant="outline">
                  <Link href="/knowledge/new">{t("create")}</Link>
                </Button>
              ) : undefined
            }
          />
        </Card>
      ) : (
        <>
          <div className="mb-3">
            <FilterBar
              action={PATH}
              search={{
                name: "q",
                label: t("list.filters.search"),
                placeholder: t("list.filters.placeholder"),
                value: filters.q ?? "",
              }}
              selects={[
                {
                  name: "state",
                  label: t("list.state"),
                  value: filters.state ?? "",
                  options: choice(t("list.filters.anyState"), articleStateSchema.options, (value) =>
                    t(`state.${value}`),
                  ),
                },
                {
                  name: "language",
                  label: t("list.languages"),
                  value: filters.language ?? "",
                  options: choice(t("list.filters.anyLanguage"), articleLanguageSchema.options, (value) =>
                    t(`language.${value}`),
                  ),
                },
                {
                  name: "audience",
                  label: t("list.audience"),
                  value: filters.audience ?? "",
                  options: choice(t("list.filters.anyAudience"), audienceSchema.options, (value) =>
                    t(`audience.${value}`),
                  ),
                },
              ]}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? PATH : undefined}
            />
          </div>
          <Card>
            <DataTable
              label={t("tabs.articles")}
              rows={groups.data}
              rowKey={({ id }) => id}
              columns={articleColumns({ t, locale: ctx.locale, timeZone: ctx.timeZone })}
              empty={
                <NoResults
                  title={t("list.noResults.title")}
                  description={t("list.noResults.description")}
                  action={
                    <Button asChild variant="outline">
                      <Link href={PATH}>{common("clearFilters")}</Link>
                    </Button>
                  }
                />
              }
            />
            <CursorPager
              {...pagerHrefs(PATH, params, groups.nextCursor)}
              labels={{ region: common("pages"), previous: common("previousPage"), next: common("nextPage") }}
              summary={t("list.shown", { count: groups.data.length })}
            />
          </Card>
        </>
      )}
    </KnowledgePage>
  );
}
