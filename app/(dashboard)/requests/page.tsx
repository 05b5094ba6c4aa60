import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { listOrderRequests, summarizeOrderRequests } from "@/lib/data/after-sales";
import { listOrderRequestsInput, REQUEST_KINDS, REQUEST_STATUSES } from "@/lib/data/after-sales/schemas";
import { getCustomerNames } from "@/lib/data/customers";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { requestColumns } from "./_components/request-columns";
import { RequestTabs } from "./_components/request-tabs";
import { requestsLead } from "./_components/requests-lead";

const PATH = "/requests";
const ALL_HREF = `${PATH}?status=all`;
const { shape } = listOrderRequestsInput;
/** What has to be done is shown unless the address says otherwise. */
const statusSchema = z.enum([...REQUEST_STATUSES, "all"]);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("title") };
}

export default async function RequestsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("orders:read");
  const params = await searchParams;
  const filters = { q: pick(shape.q, params.q), kind: pick(shape.kind, params.kind) };
  const status = pick(statusSchema, params.status) ?? "open";
  const sort = pick(shape.sort, params.sort) ?? "newest";
  const [t, common, requests, summary] = await Promise.all([
    getTranslations("requests"),
    getTranslations("common"),
    orFirstPage(
      listOrderRequests(ctx, {
        ...{ ...filters, sort, cursor: one(params.cursor) },
        ...(status === "all" ? {} : { status }),
      }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
    summarizeOrderRequests(ctx),
  ]);
  const ids = [...new Set(requests.data.flatMap(({ customerId }) => customerId ?? []))];
  const customerNames = can(ctx.actor, "customers:read") ? await getCustomerNames(ctx, ids) : {};
  const isFiltered = Boolean(filters.q || filters.kind) || status !== "open";
  const clearHref = hrefWith(PATH, {}, { sort: sort === "newest" ? undefined : sort });
  return (
    <Page crumbs={[{ label: t("title") }]} toolbar={<span>{ctx.timeZone}</span>}>
      <PageTitle title={t("title")} lead={summary.hasAny ? await requestsLead(ctx, summary) : null} />
      <RequestTabs ctx={ctx} />
      <PageCommands
        commands={[
          { id: "search", label: t("commands.search"), keys: "/", focus: "main input[type=search]" },
          { id: "open", label: t("commands.open"), href: `${PATH}?sort=oldest` },
          { id: "all", label: t("commands.all"), href: ALL_HREF },
          { id: "policy", label: t("commands.policy"), href: "/settings/service-policy" },
        ]}
      />
      {summary.hasAny ? (
        <>
          <div className="mb-3">
            <FilterBar
              action={PATH}
              search={{
                name: "q",
                label: t("filters.search"),
                placeholder: t("filters.searchPlaceholder"),
                value: filters.q ?? "",
              }}
              selects={[
                {
                  name: "kind",
                  label: t("columns.kind"),
                  value: filters.kind ?? "",
                  options: [
                    { value: "", label: t("filters.anyKind") },
                    ...REQUEST_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
                  ],
                },
                {
                  name: "status",
                  label: t("columns.status"),
                  value: status === "open" ? "" : status,
                  options: [
                    { value: "", label: t("statuses.open") },
                    { value: "done", label: t("statuses.done") },
                    { value: "rejected", label: t("statuses.rejected") },
                    { value: "all", label: t("filters.anyStatus") },
                  ],
                },
                {
                  name: "sort",
                  label: t("filters.sort"),
                  value: sort === "newest" ? "" : sort,
                  options: [
                    { value: "", label: t("filters.newest") },
                    { value: "oldest", label: t("filters.oldest") },
                  ],
                },
              ]}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? clearHref : undefined}
            />
          </div>
          <Card>
            <DataTable
              label={t("title")}
              rows={requests.data}
              rowKey={({ id }) => id}
              columns={requestColumns({
                ...{ t, guest: common("guest"), locale: ctx.locale, timeZone: ctx.timeZone, customerNames },
              })}
              empty={
                isFiltered ? (
                  <NoResults
                    title={t("noResults.title")}
                    description={t("noResults.description")}
                    action={
                      <Button asChild variant="outline">
                        <Link href={clearHref}>{common("clearFilters")}</Link>
                      </Button>
                    }
                  />
                ) : (
                  <EmptyState
                    icon={ClipboardList}
                    title={t("settled.title")}
                    description={t("settled.description")}
                    action={
                      <Button asChild variant="outline">
                        <Link href={ALL_HREF}>{t("settled.action")}</Link>
                      </Button>
                    }
                  />
                )
              }
            />
            <CursorPager
              {...pagerHrefs(PATH, params, requests.nextCursor)}
              labels={{
                region: common("pages"),
                previous: t("pager.previous"),
                next: t("pager.next"),
              }}
              summary={requests.data.length > 0 ? t("pager.shown", { count: requests.data.length }) : null}
            />
          </Card>
        </>
      ) : (
        <Card>
          <EmptyState
            icon={ClipboardList}
            title={t("empty.title")}
            description={t("empty.description")}
            action={
              <Button asChild variant="outline">
                <Link href="/settings/service-policy">{t("empty.action")}</Link>
              </Button>
            }
          />
        </Card>
      )}
    </Page>
  );
}
