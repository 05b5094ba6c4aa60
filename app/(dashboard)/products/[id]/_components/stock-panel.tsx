import { formatNumber } from "@/components/format/format-number";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { Context } from "@/lib/core/context";
import type { ProductDto, SupplierDto } from "@/lib/data/catalog/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { Facts } from "../../../_shared/facts";
import { stockLevel } from "../../_components/stock-chip";

interface StockPanelProps {
  product: ProductDto;
  supplier: SupplierDto | undefined;
  ctx: Context;
}

/** What is there, what of it is promised, and how far that is from the point at which to order again. */
export async function StockPanel({ product, supplier, ctx }: StockPanelProps) {
  const t = await getTranslations("products");
  const { onHand, reserved } = product.stock;
  const available = onHand - reserved;
  const number = (value: number) => formatNumber(value, ctx.locale);
  const lead = supplier?.leadTimeDays;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("stock.title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {(
            [
              ["available", available],
              ["onHand", onHand],
              ["reserved", reserved],
              ["reorderPoint", product.reorderPoint],
            ] as const
          ).map(([key, value]) => (
            <div key={key}>
              <dt className="text-compact text-ink-3">{t(`stock.${key}`)}</dt>
              <dd className="text-figure">{value === undefined ? "—" : number(value)}</dd>
            </div>
          ))}
        </dl>
        {product.reorderPoint === undefined ? (
          <p className="text-compact text-ink-3">{t("stock.noReorderPoint")}</p>
        ) : (
          <StockBar
            product={product}
            label={t("stock.barLabel", { available, reorderPoint: product.reorderPoint })}
            markLabel={t("stock.reorderPoint")}
          />
        )}
        <div>
          <h3 className="mb-1 font-semibold text-compact">{t("stock.supply")}</h3>
          {supplier ? (
            <Facts
              facts={[
                { label: t("columns.supplier"), value: supplier.name },
                {
                  label: t("stock.leadTime"),
                  value: lead
                    ? t("stock.leadTimeDays", {
                        mean: number(lead.mean),
                        sd: lead.sd > 0 ? number(lead.sd) : "none",
                      })
                    : null,
                },
                {
                  label: t("stock.supplierEmail"),
                  value: supplier.email ? (
                    <a className="text-blue-ink hover:underline" href={`mailto:${supplier.email}`}>
                      {supplier.email}
                    </a>
                  ) : null,
                },
              ]}
            />
          ) : (
            <p className="text-compact text-ink-3">{t("stock.noSupplier")}</p>
          )}
        </div>
      </CardContent>
    </Card>
  );
}

const fills = { out: "bg-cinnabar", low: "bg-amber", enough: "bg-jade" } as const;

/** Available stock on a scale that ends at twice the reorder point, or at the stock where that is more. */
function StockBar({ product, label, markLabel }: { product: ProductDto; label: string; markLabel: string }) {
  const available = Math.max(0, product.stock.onHand - product.stock.reserved);
  const point = product.reorderPoint ?? 0;
  const scale = Math.max(available, point * 2, 1) * 1.04;
  return (
    <div role="img" aria-label={label} className="pt-5">
      <div className="relative h-2 rounded-full bg-chip">
        <div
          className={cn("h-full rounded-full", fills[stockLevel(product)])}
          style={{ width: `${(available / scale) * 100}%` }}
        />
        <div className="absolute -top-1 h-4 w-px bg-ink-2" style={{ left: `${(point / scale) * 100}%` }}>
          <span className="absolute bottom-full left-0 -translate-x-1/2 whitespace-nowrap text-ink-3 text-micro">
            {markLabel}
          </span>
        </div>
      </div>
    </div>
  );
}
