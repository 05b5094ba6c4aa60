import { Zap } from "lucide-react";
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
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { listCannedReplies } from "@/lib/service/canned-replies";
import { listAssignees } from "@/lib/service/conversations";
import { listLabels } from "@/lib/service/labels";
import { listMacros } from "@/lib/service/macros";
import { listMacrosInput } from "@/lib/service/macros/schemas";
import { orFirstPage } from "../../_shared/load";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../../_shared/url-state";
import { MacroList } from "./_components/macro-list";
import { NewMacro } from "./_components/new-macro";

const PATH = "/settings/macros";
const { shape } = listMacrosInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deskActs");
  return { title: t("macros.title") };
}

export default async function MacrosPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("conversations:write");
  const params = await searchParams;
  const filters = { q: pick(shape.q, params.q), scope: pick(shape.scope, params.scope) };
  const [t, common, macros, labels, members, replies] = await Promise.all([
    getTranslations("deskActs"),
    getTranslations("common"),
    orFirstPage(
      listMacros(ctx, { ...filters, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
    listLabels(ctx),
    listAssignees(ctx),
    listCannedReplies(ctx, { limit: 200 }),
  ]);
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = macros.data.length === 0 && !isFiltered && !params.cursor;
  const canWriteShops = can(ctx.actor, "knowledge:write");
  const choices = { labels: labels.data, members, replies: replies.data };
  const create = <NewMacro canWriteShops={canWriteShops} choices={choices} />;
  if (isEmpty) {
    return (
      <Card>
        <EmptyState
          icon={Zap}
          title={t("macros.emptyTitle")}
          description={t("macros.emptyText")}
          action={create}
        />
      </Card>
    );
  }
  return (
    <>
      <p className="mb-3 max-w-prose text-compact text-ink-3">{t("macros.lead")}</p>
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <FilterBar
          action={PATH}
          search={{
            name: "q",
            label: t("macros.search"),
            placeholder: t("macros.searchPlaceholder"),
            value: filters.q ?? "",
          }}
          selects={[
            {
              name: "scope",
              label: t("macros.scope"),
              value: filters.scope ?? "",
              options: [
                { value: "", label: t("macros.scopes.all") },
                { value: "shop", label: t("macros.scopes.shop") },
                { value: "own", label: t("macros.scopes.own") },
              ],
            },
          ]}
          labels={{ apply: common("apply"), clear: common("clearFilters") }}
          {...(isFiltered ? { clearHref: PATH } : {})}
        />
        {create}
      </div>
      <Card>
        {macros.data.length === 0 ? (
          <NoResults
            title={t("macros.noResults")}
            action={
              <Button asChild variant="outline">
                <Link href={PATH}>{common("clearFilters")}</Link>
              </Button>
            }
          />
        ) : (
          <MacroList macros={macros.data} canWriteShops={canWriteShops} choices={choices} />
        )}
      </Card>
      <CursorPager
        {...pagerHrefs(PATH, params, macros.nextCursor)}
        labels={{
          region: common("pages"),
          previous: t("macros.previousPage"),
          next: t("macros.nextPage"),
        }}
      />
    </>
  );
}
