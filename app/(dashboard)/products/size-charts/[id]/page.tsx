import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { nameIn } from "@/components/format/name-in";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { can } from "@/lib/core/permissions";
import { getProduct, getSizeChart } from "@/lib/data/catalog";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orNotFound } from "../../../_shared/load";
import { ChartEditor } from "./_components/chart-editor";

interface SizeChartPageProps {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("products:read");
  return { ctx, product: await orNotFound(getProduct(ctx, { id })) };
});

export async function generateMetadata({ params }: SizeChartPageProps): Promise<Metadata> {
  const { ctx, product } = await load((await params).id);
  const t = await getTranslations("sizeCharts");
  return { title: t("of", { name: nameIn(product.name, ctx.locale) }) };
}

export default async function SizeChartPage({ params }: SizeChartPageProps) {
  const { ctx, product } = await load((await params).id);
  const isDraft = product.status === "draft";
  const [t, products, stored] = await Promise.all([
    getTranslations("sizeCharts"),
    getTranslations("products"),
    // A draft is shown to nobody, and has no chart that is read.
    isDraft ? null : orNotFound(getSizeChart(ctx, { productId: product.id })),
  ]);
  const name = nameIn(product.name, ctx.locale);
  return (
    <Page
      crumbs={[
        { label: products("title"), href: "/products" },
        { label: t("title"), href: "/products/size-charts" },
        { label: name },
      ]}
    >
      <PageTitle
        title={t("of", { name })}
        lead={product.variantGroup ? t("servesGroup") : t("servesOne")}
        action={
          <Button asChild variant="outline">
            <Link href={`/products/${product.id}`}>{t("toProduct")}</Link>
          </Button>
        }
      />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["sizeCharts", "bot", "coupons"]}>
        <ChartEditor
          productId={product.id}
          name={name}
          chart={stored?.chart ?? null}
          mayWrite={can(ctx.actor, "products:write")}
        />
      </Messages>
    </Page>
  );
}
