import type { DataTableColumn } from "@/components/data-table/data-table";
import { Money } from "@/components/format/money";
import { nameIn } from "@/components/format/name-in";
import { NumberValue, PercentValue } from "@/components/format/number";
import type { Locale } from "@/lib/core/context";
import type { ProductDto } from "@/lib/data/catalog/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { marginOf } from "./margin";
import { ProductStatus } from "./product-status";
import { StockChip } from "./stock-chip";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"products">>>;
  locale: Locale;
  /** Names by id. */
  category: ReadonlyMap<string, string>;
  supplier: ReadonlyMap<string, string>;
}

export function productColumns({
  t,
  locale,
  category,
  supplier,
}: ColumnsInput): DataTableColumn<ProductDto>[] {
  return [
    {
      id: "name",
      header: t("columns.name"),
      href: (product) => `/products/${product.id}`,
      cell: (product) => nameIn(product.name, locale),
    },
    {
      id: "sku",
      header: t("columns.sku"),
      from: "sm",
      cell: (product) => <span className="whitespace-nowrap text-ink-2">{product.sku}</span>,
    },
    {
      id: "category",
      header: t("columns.category"),
      from: "lg",
      cell: (product) => {
        const names = product.categoryIds.flatMap((id) => category.get(id) ?? []);
        return <span className="whitespace-nowrap text-ink-2">{names.join(", ") || "—"}</span>;
      },
    },
    {
      id: "price",
      header: t("columns.price"),
      align: "end",
      sortable: true,
      cell: (product) => <Money {...product.price} locale={locale} />,
    },
    {
      id: "cost",
      header: t("columns.costAndMargin"),
      align: "end",
      from: "lg",
      cell: (product) => {
        const margin = marginOf(product);
        if (!product.cost) return "—";
        return (
          <>
            <Money {...product.cost} locale={locale} />
            {margin === null ? null : (
              <PercentValue
                value={margin}
                locale={locale}
                fractionDigits={1}
                className="inline-block min-w-14 whitespace-nowrap text-ink-3"
              />
            )}
          </>
        );
      },
    },
    {
      id: "available",
      header: t("columns.available"),
      align: "end",
      cell: (product) => (
        <span className="inline-flex items-center gap-2">
          <StockChip product={product} labels={{ low: t("stock.low"), out: t("stock.out") }} />
          <NumberValue value={product.stock.onHand - product.stock.reserved} locale={locale} />
        </span>
      ),
    },
    {
      id: "supplier",
      header: t("columns.supplier"),
      from: "lg",
      cell: (product) => (
        <span className="block max-w-52 truncate text-ink-2">
          {(product.supplierId && supplier.get(product.supplierId)) || "—"}
        </span>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      from: "md",
      cell: (product) => <ProductStatus status={product.status} label={t(`status.${product.status}`)} />,
    },
  ];
}
