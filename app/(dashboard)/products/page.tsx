import { Package } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { NoResults } from "@/components/feedback/no-results";
import { nameIn } from "@/components/format/name-in";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { can } from "@/lib/core/permissions";
import { listCategories, listProducts, listSuppliers } from "@/lib/data/catalog";
import { listProductsInput, PRODUCT_SORTS, PRODUCT_STATUSES } from "@/lib/data/catalog/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { productColumns } from "./_components/product-columns";
import { StockLead } from "./_components/stock-lead";

const PATH = "/products";
const SIZE_CHARTS_HREF = "/products/size-charts";
const { shape } = listProductsInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("title") };
}

export default async function ProductsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("products:read");
  const params = await searchParams;
  const filters = {
    q: pick(shape.q, params.q),
    status: pick(shape.status, params.status),
    stock: pick(shape.stock, params.stock),
    categoryId: pick(shape.categoryId, params.categoryId),
  };
  const sort = pick(shape.sort, params.sort) ?? "newest";
  const clearHref = hrefWith(PATH, {}, { sort: sort === "newest" ? undefined : sort });
  const firstPageHref = hrefWith(PATH, params, PAGE_PARAMS);
  const [t, common, products, categories, suppliers] = await Promise.all([
    getTranslations("products"),
    getTranslations("common"),
    orFirstPage(listProducts(ctx, { ...filters, sort, cursor: one(params.cursor) }), firstPageHref),
    listCategories(ctx, { limit: MAX_LIMIT }),
    listSuppliers(ctx, { limit: MAX_LIMIT }),
  ]);
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = products.data.length === 0 && !isFiltered && !params.cursor;
  const mayImport = can(ctx.actor, "imports:write");
  const importHref = "/imports/new?kind=products";
  const importButton = mayImport ? (
    <Button asChild>
      <Link href={importHref}>{t("import")}</Link>
    </Button>
  ) : null;
  const category = new Map(categories.data.map(({ id, name }) => [id, nameIn(name, ctx.locale)]));
  const supplier = new Map(suppliers.data.map(({ id, name }) => [id, name]));
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageTitle
        title={t("title")}
        lead={isEmpty ? null : <StockLead ctx={ctx} />}
        action={
          isEmpty ? null : (
            <div className="flex flex-wrap gap-2">
              <Button asChild variant="outline">
                <Link href={SIZE_CHARTS_HREF}>{t("sizeCharts")}</Link>
              </Button>
              {importButton}
            </div>
          )
        }
      />
      <PageCommands
        commands={[
          { id: "search", label: t("commands.search"), keys: "/", focus: "main input[type=search]" },
          { id: "size-charts", label: t("sizeCharts"), href: SIZE_CHARTS_HREF },
          { id: "low", label: t("commands.low"), href: `${PATH}?stock=low&sort=available` },
          ...(mayImport ? [{ id: "import", label: t("import"), href: importHref }] : []),
        ]}
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={Package}
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
                  name: "categoryId",
                  label: t("columns.category"),
                  value: filters.categoryId ?? "",
                  options: [
                    { value: "", label: t("filters.anyCategory") },
                    ...[...category]
                      .map(([value, label]) => ({ value, label }))
                      .sort((a, b) => a.label.localeCompare(b.label, ctx.locale)),
                  ],
                },
                {
                  name: "stock",
                  label: t("columns.available"),
                  value: filters.stock ?? "",
                  options: [
                    { value: "", label: t("filters.anyStock") },
                    { value: "low", label: t("filters.low") },
                    { value: "out", label: t("filters.out") },
                  ],
                },
                {
                  name: "status",
                  label: t("columns.status"),
                  value: filters.status ?? "",
                  options: [
                    { value: "", label: t("filters.anyStatus") },
                    ...PRODUCT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
                  ],
                },
                {
                  name: "sort",
                  label: t("filters.sort"),
                  value: sort === "newest" ? "" : sort,
                  options: PRODUCT_SORTS.map((value) => ({
                    value: value === "newest" ? "" : value,
                    label: t(`sort.${SORT_WORDS[value]}`),
                  })),
                },
              ]}
              labels={{ apply: common("apply"), clear: common("clearFilters") }}
              clearHref={isFiltered ? clearHref : undefined}
            />
          </div>
          <Card>
            <DataTable
              label={t("title")}
              rows={products.data}
              rowKey={(product) => product.id}
              columns={productColumns({ t, locale: ctx.locale, category, supplier })}
              sort={{ current: sort, pathname: PATH, params, resets: ["cursor", "back"] }}
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
              {...pagerHrefs(PATH, params, products.nextCursor)}
              labels={{ region: common("pages"), previous: t("pager.previous"), next: t("pager.next") }}
              summary={t("pager.shown", { count: products.data.length })}
            />
          </Card>
        </>
      )}
    </Page>
  );
}

/** Message keys take no sign. */
const SORT_WORDS = {
  newest: "newest",
  sku: "sku",
  price: "priceUp",
  "-price": "priceDown",
  available: "available",
} as const satisfies Record<(typeof PRODUCT_SORTS)[number], string>;
