import { BellRing } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { nameIn } from "@/components/format/name-in";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { listRestockNotices, summarizeRestockNotices } from "@/lib/data/after-sales";
import { listRestockNoticesInput, RESTOCK_STATUSES } from "@/lib/data/after-sales/schemas";
import { getProductNames } from "@/lib/data/catalog";
import { getCustomerNames } from "@/lib/data/customers";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../../_shared/load";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../../_shared/url-state";
import { RequestTabs } from "../_components/request-tabs";
import { noticeColumns } from "./_components/notice-columns";

const PATH = "/requests/restock";
const { shape } = listRestockNoticesInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("restock.title") };
}

export default async function RestockPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("customers:read");
  const params = await searchParams;
  const filters = {
    status: pick(shape.status, params.status),
    productId: pick(shape.productId, params.productId),
  };
  const [all, t, common, notices, summary] = await Promise.all([
    getTranslations("requests"),
    getTranslations("requests.restock"),
    getTranslations("common"),
    orFirstPage(
      listRestockNotices(ctx, { ...filters, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
    summarizeRestockNotices(ctx),
  ]);
  const customerIds = [...new Set(notices.data.flatMap(({ customerId }) => customerId ?? []))];
  const productIds = [...new Set(notices.data.map(({ productId }) => productId))];
  const [customerNames, products] = await Promise.all([
    getCustomerNames(ctx, customerIds),
    can(ctx.actor, "products:read") ? getProductNames(ctx, productIds) : null,
  ]);
  const productName = (id: string) => {
    const product = products?.[id];
    return product ? nameIn(product.name, ctx.locale) : all("detail.removed");
  };
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <Page
      crumbs={[{ label: all("title"), href: "/requests" }, { label: t("title") }]}
      toolbar={<span>{ctx.timeZone}</span>}
    >
      <PageTitle
        title={all("title")}
        lead={summary.hasAny ? t("lead", { due: summary.due, waiting: summary.waiting }) : null}
      />
      <RequestTabs ctx={ctx} />
      {summary.hasAny ? (
        <>
          <div className="mb-3">
            <FilterBar
              action={PATH}
              selects={[
                {
                  name: "status",
                  label: t("filter"),
                  value: filters.status ?? "",
                  options: [
                    { value: "", label: t("anyStatus") },
                    ...RESTOCK_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
                  ],
                },
              ]}
              keep={{ productId: filters.productId }}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? PATH : undefined}
            />
          </div>
          <Card>
            <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["requests"]}>
              <DataTable
                label={t("title")}
                rows={notices.data}
                rowKey={({ id }) => id}
                columns={noticeColumns({
                  ...{ t, locale: ctx.locale, timeZone: ctx.timeZone, productName, customerNames },
                  canClose: can(ctx.actor, "orders:service"),
                })}
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
            </Messages>
            <CursorPager
              {...pagerHrefs(PATH, params, notices.nextCursor)}
              labels={{ region: common("pages"), previous: all("pager.previous"), next: all("pager.next") }}
              summary={notices.data.length > 0 ? t("shown", { count: notices.data.length }) : null}
            />
          </Card>
        </>
      ) : (
        <Card>
          <EmptyState icon={BellRing} title={t("empty.title")} description={t("empty.description")} />
        </Card>
      )}
    </Page>
  );
}
