import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { NumberValue } from "@/components/format/number";
import type { Locale } from "@/lib/core/context";
import type { CustomerDto, CustomerSummaryDto } from "@/lib/data/customers/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { languageIn, placeIn } from "./place";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"customers">>>;
  locale: Locale;
  timeZone: string;
  /** By customer; empty for those who may not see orders. */
  summaries: ReadonlyMap<string, CustomerSummaryDto>;
}

export function customerColumns(input: ColumnsInput): DataTableColumn<CustomerDto>[] {
  const { t, locale, timeZone, summaries } = input;
  const none = <span className="text-ink-3">—</span>;
  return [
    {
      id: "name",
      header: t("columns.name"),
      href: (customer) => `/customers/${customer.id}`,
      cell: (customer) => customer.name ?? customer.email ?? customer.externalId,
    },
    {
      id: "email",
      header: t("columns.email"),
      from: "md",
      cell: (customer) => <span className="text-ink-2">{customer.email ?? "—"}</span>,
    },
    {
      id: "place",
      header: t("columns.place"),
      from: "lg",
      cell: (customer) => <span className="text-ink-2">{placeIn(customer, locale) || "—"}</span>,
    },
    {
      id: "language",
      header: t("columns.language"),
      from: "lg",
      cell: (customer) => (
        <span className="text-ink-2">{customer.locale ? languageIn(customer.locale, locale) : "—"}</span>
      ),
    },
    {
      id: "orders",
      header: t("columns.orders"),
      align: "end",
      cell: (customer) => {
        const summary = summaries.get(customer.id);
        return summary ? <NumberValue value={summary.orders} locale={locale} /> : none;
      },
    },
    {
      id: "revenue",
      header: t("columns.revenue"),
      align: "end",
      cell: (customer) => {
        const summary = summaries.get(customer.id);
        return summary ? <Money {...summary.revenue} locale={locale} /> : none;
      },
    },
    {
      id: "lastOrder",
      header: t("columns.lastOrder"),
      from: "md",
      cell: (customer) => {
        const at = summaries.get(customer.id)?.lastOrderAt;
        return at ? <DateTime value={at} locale={locale} timeZone={timeZone} display="date" /> : none;
      },
    },
    {
      id: "since",
      header: t("columns.since"),
      from: "lg",
      cell: (customer) => (
        <DateTime value={customer.createdAt} locale={locale} timeZone={timeZone} display="date" />
      ),
    },
  ];
}
