import type { DataTableColumn } from "@/components/data-table/data-table";
import { nameIn } from "@/components/format/name-in";
import { NumberValue } from "@/components/format/number";
import type { Locale } from "@/lib/core/context";
import type { SizeChartSummaryDto } from "@/lib/data/catalog/schemas";
import { MEASURES } from "@/lib/intelligence/sizing";
import type { getTranslations } from "@/lib/platform/http/locale";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"sizeCharts">>>;
  locale: Locale;
}

export function sizeChartColumns({ t, locale }: ColumnsInput): DataTableColumn<SizeChartSummaryDto>[] {
  const list = new Intl.ListFormat(locale, { type: "unit" });
  return [
    {
      id: "name",
      header: t("columns.name"),
      href: ({ productId }) => `/products/size-charts/${productId}`,
      cell: ({ name }) => nameIn(name, locale),
    },
    {
      id: "sku",
      header: t("columns.sku"),
      from: "md",
      cell: ({ sku }) => <span className="whitespace-nowrap font-mono">{sku}</span>,
    },
    {
      id: "sizes",
      header: t("columns.sizes"),
      cell: ({ chart }) => (chart ? list.format(chart.sizes.map(({ label }) => label)) : t("columns.none")),
    },
    {
      id: "measures",
      header: t("columns.measures"),
      from: "lg",
      cell: ({ chart }) =>
        list.format(
          MEASURES.filter((measure) => chart?.sizes.some(({ ranges }) => ranges[measure] !== undefined)).map(
            (measure) => t(`measures.${measure}.cm`),
          ),
        ),
    },
    {
      id: "products",
      header: t("columns.products"),
      align: "end",
      from: "sm",
      cell: ({ products }) => <NumberValue value={products} locale={locale} />,
    },
  ];
}
