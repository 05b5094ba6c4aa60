import { Ruler } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { listSizeCharts } from "@/lib/data/catalog";
import { listSizeChartsInput, SIZE_CHART_STATES } from "@/lib/data/catalog/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../../_shared/load";
import { PageCommands } from "../../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../../_shared/url-state";
import { sizeChartColumns } from "./_components/size-chart-columns";

const PATH = "/products/size-charts";
const { shape } = listSizeChartsInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sizeCharts");
  return { title: t("title") };
}

export default async function SizeChartsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("products:read");
  const params = await searchParams;
  const q = pick(shape.q, params.q);
  const state = pick(shape.state, params.state) ?? "with";
  const [t, products, common, charts] = await Promise.all([
    getTranslations("sizeCharts"),
    getTranslations("products"),
    getTranslations("common"),
    orFirstPage(
      listSizeCharts(ctx, { q, state, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const withoutHref = `${PATH}?state=without`;
  const isEmpty = charts.data.length === 0 && !q && !params.cursor;
  return (
    <Page crumbs={[{ label: products("title"), href: "/products" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <PageCommands
        commands={[
          { id: "search", label: t("filters.search"), keys: "/", focus: "main input[type=search]" },
          { id: "without", label: t("filters.without"), href: withoutHref },
        ]}
      />
      <div className="mb-3">
        <FilterBar
          action={PATH}
          search={{
            name: "q",
            label: t("filters.search"),
            placeholder: t("filters.placeholder"),
            value: q ?? "",
          }}
          selects={[
            {
              name: "state",
              label: t("filters.state"),
              value: state === "with" ? "" : state,
              options: SIZE_CHART_STATES.map((value) => ({
                value: value === "with" ? "" : value,
                label: t(`filters.${value}`),
              })),
            },
          ]}
          labels={{ apply: common("apply"), clear: common("clearFilters") }}
          clearHref={q || state !== "with" ? PATH : undefined}
        />
      </div>
      <Card>
        {isEmpty ? (
          <EmptyState
            icon={Ruler}
            title={t(`empty.${state}.title`)}
            description={t(`empty.${state}.description`)}
            action={
              state === "with" ? (
                <Button asChild>
                  <Link href={withoutHref}>{t("filters.without")}</Link>
                </Button>
              ) : null
            }
          />
        ) : (
          <>
            <DataTable
              label={t("title")}
              rows={charts.data}
              rowKey={({ productId }) => productId}
              columns={sizeChartColumns({ t, locale: ctx.locale })}
              empty={
                <NoResults
                  title={t("noResults.title")}
                  description={t("noResults.description")}
                  action={
                    <Button asChild variant="outline">
                      <Link href={PATH}>{common("clearFilters")}</Link>
                    </Button>
                  }
                />
              }
            />
            <CursorPager
              {...pagerHrefs(PATH, params, charts.nextCursor)}
              labels={{ region: common("pages"), previous: t("pager.previous"), next: t("pager.next") }}
              summary={charts.data.length > 0 ? t("pager.shown", { count: charts.data.length }) : null}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
