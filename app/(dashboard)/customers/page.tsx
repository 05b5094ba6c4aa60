import { Users } from "lucide-react";
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
import { getCustomerSummaries, listCustomers } from "@/lib/data/customers";
import { listCustomersInput } from "@/lib/data/customers/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs, pick } from "../_shared/url-state";
import { customerColumns } from "./_components/customer-columns";
import { countryIn, languageIn } from "./_components/place";

const PATH = "/customers";
const { shape } = listCustomersInput;
const LANGUAGES = ["zh-CN", "en-US", "en-GB", "en-CA", "en-AU", "es-ES", "es-MX", "es-US", "zh", "en", "es"];
const COUNTRIES = [
  "CN",
  "HK",
  "TW",
  "SG",
  "JP",
  "US",
  "CA",
  "MX",
  "GB",
  "IE",
  "ES",
  "FR",
  "DE",
  "IT",
  "AU",
  "BR",
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("title") };
}

export default async function CustomersPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("customers:read");
  const params = await searchParams;
  const filters = {
    q: pick(shape.q, params.q),
    locale: pick(shape.locale, params.locale),
    country: pick(shape.country, params.country),
  };
  const [t, common, customers] = await Promise.all([
    getTranslations("customers"),
    getTranslations("common"),
    orFirstPage(
      listCustomers(ctx, { ...filters, cursor: one(params.cursor) }),
      hrefWith(PATH, params, PAGE_PARAMS),
    ),
  ]);
  const ids = customers.data.map(({ id }) => id);
  const summaries =
    can(ctx.actor, "orders:read") && ids.length > 0 ? await getCustomerSummaries(ctx, ids) : [];
  const isFiltered = Object.values(filters).some(Boolean);
  const isEmpty = customers.data.length === 0 && !isFiltered && !params.cursor;
  const importHref = "/imports/new?kind=customers";
  const mayImport = can(ctx.actor, "imports:write");
  const importButton = mayImport ? (
    <Button asChild>
      <Link href={importHref}>{t("import")}</Link>
    </Button>
  ) : null;
  const options = (known: string[], chosen: string | undefined, name: (value: string) => string) =>
    (chosen && !known.includes(chosen) ? [...known, chosen] : known).map((value) => ({
      value,
      label: name(value),
    }));
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageTitle
        title={t("title")}
        lead={isEmpty ? null : t("lead")}
        action={isEmpty ? null : importButton}
      />
      <PageCommands
        commands={[
          { id: "search", label: t("commands.search"), keys: "/", focus: "main input[type=search]" },
          ...(mayImport ? [{ id: "import", label: t("import"), href: importHref }] : []),
        ]}
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={Users}
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
                  name: "locale",
                  label: t("columns.language"),
                  value: filters.locale ?? "",
                  options: [
                    { value: "", label: t("filters.anyLanguage") },
                    ...options(LANGUAGES, filters.locale, (value) => languageIn(value, ctx.locale)),
                  ],
                },
                {
                  name: "country",
                  label: t("filters.country"),
                  value: filters.country ?? "",
                  options: [
                    { value: "", label: t("filters.anyCountry") },
                    ...options(COUNTRIES, filters.country, (value) => countryIn(value, ctx.locale)),
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
              rows={customers.data}
              rowKey={(customer) => customer.id}
              columns={customerColumns({
                t,
                locale: ctx.locale,
                timeZone: ctx.timeZone,
                summaries: new Map(summaries.map((summary) => [summary.customerId, summary])),
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
              {...pagerHrefs(PATH, params, customers.nextCursor)}
              labels={{
                region: common("pages"),
                previous: common("previousPage"),
                next: common("nextPage"),
              }}
              summary={t("shown", { count: customers.data.length })}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
