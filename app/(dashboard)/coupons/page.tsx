import { Ticket } from "lucide-react";
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
import { can } from "@/lib/core/permissions";
import { getCouponUseTotals, listCoupons } from "@/lib/data/coupons";
import { COUPON_STATES, listCouponsInput } from "@/lib/data/coupons/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { couponColumns } from "./_components/coupon-columns";
import { CouponTabs } from "./_components/coupon-tabs";

const PATH = "/coupons";
const NEW_HREF = "/coupons/new";
const { shape } = listCouponsInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("coupons");
  return { title: t("title") };
}

export default async function CouponsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("products:read");
  const params = await searchParams;
  const filters = { q: pick(shape.q, params.q), state: pick(shape.state, params.state) };
  const [t, common, coupons] = await Promise.all([
    getTranslations("coupons"),
    getTranslations("common"),
    orFirstPage(
      listCoupons(ctx, { ...filters, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const totals = await getCouponUseTotals(
    ctx,
    coupons.data.map(({ id }) => id),
  );
  const isFiltered = Boolean(filters.q || filters.state);
  const isEmpty = coupons.data.length === 0 && !isFiltered && !params.cursor;
  const mayWrite = can(ctx.actor, "products:write");
  const createButton = mayWrite ? (
    <Button asChild>
      <Link href={NEW_HREF}>{t("create")}</Link>
    </Button>
  ) : null;
  return (
    <Page crumbs={[{ label: t("title") }]} toolbar={<span>{ctx.timeZone}</span>}>
      <PageTitle title={t("title")} lead={t("lead")} action={isEmpty ? null : createButton} />
      <CouponTabs ctx={ctx} />
      <PageCommands
        commands={[
          { id: "search", label: t("commands.search"), keys: "/", focus: "main input[type=search]" },
          { id: "running", label: t("commands.running"), href: `${PATH}?state=running` },
          ...(mayWrite ? [{ id: "create", label: t("commands.create"), href: NEW_HREF }] : []),
          ...(can(ctx.actor, "orders:service")
            ? [{ id: "try", label: t("commands.try"), href: "/coupons/try" }]
            : []),
        ]}
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={Ticket}
            title={t("empty.title")}
            description={t("empty.description")}
            action={createButton}
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
                  name: "state",
                  label: t("columns.state"),
                  value: filters.state ?? "",
                  options: [
                    { value: "", label: t("filters.anyState") },
                    ...COUPON_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
                  ],
                },
              ]}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? PATH : undefined}
            />
          </div>
          <Card>
            <DataTable
              label={t("title")}
              rows={coupons.data}
              rowKey={({ id }) => id}
              columns={couponColumns({
                ...{ t, locale: ctx.locale, timeZone: ctx.timeZone, now: ctx.now(), totals },
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
            <CursorPager
              {...pagerHrefs(PATH, params, coupons.nextCursor)}
              labels={{ region: common("pages"), previous: t("pager.previous"), next: t("pager.next") }}
              summary={coupons.data.length > 0 ? t("pager.shown", { count: coupons.data.length }) : null}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
