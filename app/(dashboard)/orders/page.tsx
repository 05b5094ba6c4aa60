import { ShoppingBag } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { calendarDay } from "@/lib/core/dates";
import { can } from "@/lib/core/permissions";
import { getCustomerNames } from "@/lib/data/customers";
import { listOrders } from "@/lib/data/orders";
import { listOrdersInput, ORDER_STATUSES } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { DateFilter } from "./_components/date-filter";
import { orderColumns } from "./_components/order-columns";

const PATH = "/orders";
const { shape } = listOrdersInput;
/** The page filters by days of the shop's calendar; instants are for programs. */
const day = z.iso.date();

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title") };
}

export default async function OrdersPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("orders:read");
  const params = await searchParams;
  const filters = {
    q: pick(shape.q, params.q),
    status: pick(shape.status, params.status),
    customerId: pick(shape.customerId, params.customerId),
    from: pick(day, params.from),
    to: pick(day, params.to),
  };
  const sort = pick(shape.sort, params.sort) ?? "newest";
  const [t, common, orders] = await Promise.all([
    getTranslations("orders"),
    getTranslations("common"),
    orFirstPage(
      listOrders(ctx, { ...filters, sort, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const customerIds = [...new Set(orders.data.flatMap((order) => order.customerId ?? []))];
  const customerNames = can(ctx.actor, "customers:read") ? await getCustomerNames(ctx, customerIds) : {};
  const now = ctx.now();
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = orders.data.length === 0 && !isFiltered && !params.cursor;
  const clearHref = hrefWith(PATH, {}, { sort: sort === "newest" ? undefined : sort });
  const importHref = "/imports/new?kind=orders";
  const mayImport = can(ctx.actor, "imports:write");
  const importButton = mayImport ? (
    <Button asChild>
      <Link href={importHref}>{t("import")}</Link>
    </Button>
  ) : null;
  return (
    <Page crumbs={[{ label: t("title") }]} toolbar={<span title={t("timeZone")}>{ctx.timeZone}</span>}>
      <PageTitle
        title={t("title")}
        lead={isEmpty ? null : t("lead")}
        action={isEmpty ? null : importButton}
      />
      <PageCommands
        commands={[
          { id: "search", label: t("commands.search"), keys: "/", focus: "main input[type=search]" },
          { id: "unshipped", label: t("commands.unshipped"), href: `${PATH}?status=paid&sort=oldest` },
          ...(mayImport ? [{ id: "import", label: t("import"), href: importHref }] : []),
        ]}
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={ShoppingBag}
            title={t("empty.title")}
            description={t("empty.description")}
            action={importButton}
          />
        </Card>
      ) : (
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
                  name: "status",
                  label: t("columns.status"),
                  value: filters.status ?? "",
                  options: [
                    { value: "", label: t("filters.anyStatus") },
                    ...ORDER_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
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
              keep={{ from: filters.from, to: filters.to, customerId: filters.customerId }}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? clearHref : undefined}
            >
              <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["orders"]}>
                <DateFilter
                  from={filters.from}
                  to={filters.to}
                  today={calendarDay(now, ctx.timeZone)}
                  locale={ctx.locale}
                  pathname={PATH}
                  params={params}
                />
              </Messages>
            </FilterBar>
          </div>
          <Card>
            <DataTable
              label={t("title")}
              rows={orders.data}
              rowKey={(order) => order.id}
              columns={orderColumns({
                t,
                guest: common("guest"),
                locale: ctx.locale,
                timeZone: ctx.timeZone,
                now,
                customerNames,
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
              {...pagerHrefs(PATH, params, orders.nextCursor)}
              labels={{
                region: common("pages"),
                previous: t("pager.previous"),
                next: t("pager.next"),
              }}
              summary={t("pager.shown", { count: orders.data.length })}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
