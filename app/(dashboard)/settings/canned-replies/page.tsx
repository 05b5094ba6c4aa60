import { MessageSquareText } from "lucide-react";
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
import { listCannedRepliesInput } from "@/lib/service/canned-replies/schemas";
import { orFirstPage } from "../../_shared/load";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../../_shared/url-state";
import { NewReply } from "./_components/new-reply";
import { ReplyList } from "./_components/reply-list";

const PATH = "/settings/canned-replies";
const { shape } = listCannedRepliesInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inboxTools");
  return { title: t("replies.title") };
}

export default async function CannedRepliesPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("conversations:write");
  const params = await searchParams;
  const filters = { q: pick(shape.q, params.q), scope: pick(shape.scope, params.scope) };
  const [t, common, replies] = await Promise.all([
    getTranslations("inboxTools"),
    getTranslations("common"),
    orFirstPage(
      listCannedReplies(ctx, { ...filters, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = replies.data.length === 0 && !isFiltered && !params.cursor;
  const canWriteShops = can(ctx.actor, "knowledge:write");
  const create = <NewReply canWriteShops={canWriteShops} />;
  if (isEmpty) {
    return (
      <Card>
        <EmptyState
          icon={MessageSquareText}
          title={t("replies.emptyTitle")}
          description={t("replies.emptyText")}
          action={create}
        />
      </Card>
    );
  }
  return (
    <>
      <p className="mb-3 max-w-prose text-compact text-ink-3">{t("replies.lead")}</p>
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <FilterBar
          action={PATH}
          search={{
            name: "q",
            label: t("replies.search"),
            placeholder: t("replies.searchPlaceholder"),
            value: filters.q ?? "",
          }}
          selects={[
            {
              name: "scope",
              label: t("replies.scope"),
              value: filters.scope ?? "",
              options: [
                { value: "", label: t("replies.scopes.all") },
                { value: "shop", label: t("replies.scopes.shop") },
                { value: "own", label: t("replies.scopes.own") },
              ],
            },
          ]}
          labels={{ apply: common("apply"), clear: common("clearFilters") }}
          {...(isFiltered ? { clearHref: PATH } : {})}
        />
        {create}
      </div>
      <Card>
        {replies.data.length === 0 ? (
          <NoResults
            title={t("replies.noResults")}
            action={
              <Button asChild variant="outline">
                <Link href={PATH}>{common("clearFilters")}</Link>
              </Button>
            }
          />
        ) : (
          <ReplyList replies={replies.data} canWriteShops={canWriteShops} />
        )}
      </Card>
      <CursorPager
        {...pagerHrefs(PATH, params, replies.nextCursor)}
        labels={{
          region: common("pages"),
          previous: t("replies.previousPage"),
          next: t("replies.nextPage"),
        }}
      />
    </>
  );
}
