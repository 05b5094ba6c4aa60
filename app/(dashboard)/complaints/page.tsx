import { MessageSquareWarning } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { sentenceGap } from "@/components/format/sentence-gap";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/lib/core/dates";
import { listComplaints, summarizeComplaints } from "@/lib/data/after-sales";
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_SEVERITIES,
  COMPLAINT_STATUSES,
  type ComplaintSummaryDto,
  listComplaintsInput,
} from "@/lib/data/after-sales/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { type PageContext, requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { complaintColumns } from "./_components/complaint-columns";

const PATH = "/complaints";
const { shape } = listComplaintsInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("complaints");
  return { title: t("title") };
}

export default async function ComplaintsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("orders:read");
  const params = await searchParams;
  const filters = {
    severity: pick(shape.severity, params.severity),
    status: pick(shape.status, params.status),
    category: pick(shape.category, params.category),
    customerId: pick(shape.customerId, params.customerId),
  };
  const sort = pick(shape.sort, params.sort) ?? "newest";
  const [t, common, complaints, summary] = await Promise.all([
    getTranslations("complaints"),
    getTranslations("common"),
    orFirstPage(
      listComplaints(ctx, { ...filters, sort, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
    summarizeComplaints(ctx),
  ]);
  const isFiltered = Object.values(filters).some(Boolean);
  const clearHref = hrefWith(PATH, {}, { sort: sort === "newest" ? undefined : sort });
  return (
    <Page crumbs={[{ label: t("title") }]} toolbar={<span>{ctx.timeZone}</span>}>
      <PageTitle title={t("title")} lead={summary.hasAny ? await leadOf(ctx, summary) : null} />
      <PageCommands
        commands={[
          { id: "high", label: t("commands.high"), href: `${PATH}?severity=high&sort=oldest` },
          { id: "all", label: t("commands.all"), href: PATH },
        ]}
      />
      {summary.hasAny ? (
        <>
          <div className="mb-3">
            <FilterBar
              action={PATH}
              selects={[
                {
                  name: "severity",
                  label: t("columns.severity"),
                  value: filters.severity ?? "",
                  options: [
                    { value: "", label: t("filters.anySeverity") },
                    ...COMPLAINT_SEVERITIES.toReversed().map((value) => ({
                      ...{ value, label: t(`severities.${value}`) },
                    })),
                  ],
                },
                {
                  name: "status",
                  label: t("columns.status"),
                  value: filters.status ?? "",
                  options: [
                    { value: "", label: t("filters.unclosed") },
                    ...COMPLAINT_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
                  ],
                },
                {
                  name: "category",
                  label: t("columns.category"),
                  value: filters.category ?? "",
                  options: [
                    { value: "", label: t("filters.anyCategory") },
                    ...COMPLAINT_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) })),
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
              keep={{ customerId: filters.customerId }}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? clearHref : undefined}
            />
          </div>
          <Card>
            <DataTable
              label={t("title")}
              rows={complaints.data}
              rowKey={({ id }) => id}
              columns={complaintColumns({
                ...{ t, locale: ctx.locale, timeZone: ctx.timeZone, now: ctx.now() },
              })}
              empty={
                <NoResults
                  title={t("noResults.title")}
                  description={t("noResults.description")}
                  action={
                    <Button asChild variant="outline">
                      <Link href={clearHref}>{common("clearFilters")}</Link>
                    </Button>
                  }
                />
              }
            />
            <CursorPager
              {...pagerHrefs(PATH, params, complaints.nextCursor)}
              labels={{ region: common("pages"), previous: t("pager.previous"), next: t("pager.next") }}
              summary={
                complaints.data.length > 0 ? t("pager.shown", { count: complaints.data.length }) : null
              }
            />
          </Card>
        </>
      ) : (
        <Card>
          <EmptyState
            icon={MessageSquareWarning}
            title={t("empty.title")}
            description={t("empty.description")}
          />
        </Card>
      )}
    </Page>
  );
}

async function leadOf(ctx: PageContext, { unclosed, high, oldestAt }: ComplaintSummaryDto): Promise<string> {
  const t = await getTranslations("complaints");
  const { locale, timeZone } = ctx;
  const since = oldestAt ? formatInstant(oldestAt, { locale, timeZone, style: "date" }) : "";
  return [t("lead", { unclosed, since }), ...(high > 0 ? [t("leadHigh", { high })] : [])].join(
    sentenceGap(locale),
  );
}
