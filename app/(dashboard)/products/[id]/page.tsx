import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { nameIn } from "@/components/format/name-in";
import { PercentValue } from "@/components/format/number";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { getProduct, listCategories, listSuppliers } from "@/lib/data/catalog";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { Facts } from "../../_shared/facts";
import { orNotFound } from "../../_shared/load";
import { marginOf } from "../_components/margin";
import { ProductStatus } from "../_components/product-status";
import { StockChip, stockLevel } from "../_components/stock-chip";
import { StockPanel } from "./_components/stock-panel";

interface ProductPageProps {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("products:read");
  return { ctx, product: await orNotFound(getProduct(ctx, { id })) };
});

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const { ctx, product } = await load((await params).id);
  return { title: nameIn(product.name, ctx.locale) };
}

export default async function ProductPage({ params }: ProductPageProps) {
  const { ctx, product } = await load((await params).id);
  const { locale, timeZone } = ctx;
  const [t, categories, suppliers] = await Promise.all([
    getTranslations("products"),
    listCategories(ctx, { limit: MAX_LIMIT }),
    listSuppliers(ctx, { limit: MAX_LIMIT }),
  ]);
  const supplier = suppliers.data.find(({ id }) => id === product.supplierId);
  const margin = marginOf(product);
  const name = nameIn(product.name, locale);
  const otherNames = Object.values(product.name).filter((other) => other !== name);
  const available = product.stock.onHand - product.stock.reserved;
  return (
    <Page crumbs={[{ label: t("title"), href: "/products" }, { label: name }]}>
      <PageTitle
        title={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {name}
            <StockChip product={product} labels={{ low: t("stock.low"), out: t("stock.out") }} />
          </span>
        }
        lead={t(`stock.sentence.${stockLevel(product)}`, {
          available,
          reorderPoint: product.reorderPoint ?? 0,
          hasReorderPoint: product.reorderPoint === undefined ? "no" : "yes",
        })}
        action={
          product.status === "draft" ? null : (
            <Button asChild variant="outline">
              <Link href={`/products/size-charts/${product.id}`}>{t("sizeChart")}</Link>
            </Button>
          )
        }
      />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <StockPanel product={product} supplier={supplier} ctx={ctx} />
        <Card>
          <CardHeader>
            <CardTitle>{t("facts.title")}</CardTitle>
          </CardHeader>
          <CardContent>
            <Facts
              facts={[
                { label: t("columns.sku"), value: product.sku },
                product.externalId !== product.sku && {
                  label: t("facts.externalId"),
                  value: product.externalId,
                },
                {
                  label: t("columns.status"),
                  value: <ProductStatus status={product.status} label={t(`status.${product.status}`)} />,
                },
                {
                  label: t("columns.category"),
                  value: product.categoryIds
                    .flatMap((id) => categories.data.find((category) => category.id === id) ?? [])
                    .map((category) => nameIn(category.name, locale))
                    .join(", "),
                },
                { label: t("columns.price"), value: <Money {...product.price} locale={locale} /> },
                product.cost && {
                  label: t("columns.cost"),
                  value: <Money {...product.cost} locale={locale} />,
                },
                margin !== null && {
                  label: t("columns.margin"),
                  value: <PercentValue value={margin} locale={locale} fractionDigits={1} />,
                },
                otherNames.length > 0 && {
                  label: t("facts.otherNames"),
                  value: otherNames.map((other) => (
                    <span key={other} className="block">
                      {other}
                    </span>
                  )),
                },
                {
                  label: t("facts.created"),
                  value: (
                    <DateTime value={product.createdAt} locale={locale} timeZone={timeZone} display="date" />
                  ),
                },
                {
                  label: t("facts.updated"),
                  value: <DateTime value={product.updatedAt} locale={locale} timeZone={timeZone} />,
                },
              ]}
            />
          </CardContent>
        </Card>
      </div>
    </Page>
  );
}
