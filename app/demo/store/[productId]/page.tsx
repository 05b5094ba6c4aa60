import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { formatMoney } from "@/lib/core/money";
import { getProduct, listProducts } from "@/lib/data/catalog";
import type { ProductDto } from "@/lib/data/catalog/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { AskButton } from "../_components/ask-button";
import { ProductGrid } from "../_components/product-grid";
import { ProductPicture } from "../_components/product-picture";
import { localizedName } from "../_data/localized-name";
import { readShelves } from "../_data/shelves";
import { readStoreContext } from "../_data/store-context";
import { storeHref } from "../_data/store-href";

const FEW = 5;
const ALIKE = 4;

interface ProductPageProps {
  params: Promise<{ productId: string }>;
}

/** Null for what is not on sale, as for what does not exist. */
const readProduct = cache(async (ctx: Context, id: string): Promise<ProductDto | null> => {
  if (!isId(id)) return null;
  try {
    const product = await getProduct(ctx, { id });
    return product.status === "active" ? product : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const [store, { productId }] = await Promise.all([readStoreContext(), params]);
  const product = store && (await readProduct(store.ctx, productId));
  return product ? { title: localizedName(product.name, store.ctx.locale) } : {};
}

export default async function ProductPage({ params }: ProductPageProps) {
  const [store, t, { productId }] = await Promise.all([readStoreContext(), getTranslations("store"), params]);
  const product = store && (await readProduct(store.ctx, productId));
  if (!product) notFound();
  const { ctx } = store;
  const categoryId = product.categoryIds[0];
  const [shelves, alike] = await Promise.all([
    readShelves(ctx),
    categoryId ? listProducts(ctx, { status: "active", categoryId, limit: ALIKE + 1 }) : null,
  ]);
  const category = shelves.flatMap(({ parts }) => parts).find((part) => part.id === categoryId);
  const available = product.stock.onHand - product.stock.reserved;
  const stock =
    available <= 0
      ? t("product.out")
      : available <= FEW
        ? t("product.few", { count: available })
        : t("product.inStock");
  const name = localizedName(product.name, ctx.locale);
  const others = alike?.data.filter((one) => one.id !== product.id).slice(0, ALIKE) ?? [];
  return (
    <>
      <nav className="mt-5 flex flex-wrap gap-x-2 text-compact text-ink-3" aria-label={t("categories.label")}>
        <Link
          href="/demo/store"
          className="inline-flex min-h-6 items-center underline-offset-4 hover:text-ink hover:underline"
        >
          {t("product.back")}
        </Link>
        {category && (
          <>
            <span aria-hidden className="inline-flex items-center">
              /
            </span>
            <Link
              href={storeHref({ category: category.externalId })}
              className="inline-flex min-h-6 items-center underline-offset-4 hover:text-ink hover:underline"
            >
              {localizedName(category.name, ctx.locale)}
            </Link>
          </>
        )}
      </nav>
      <div className="mt-4 grid items-start gap-x-12 gap-y-6 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="overflow-hidden rounded-lg">
          <ProductPicture
            sku={product.sku}
            englishName={product.name.en ?? ""}
            className="aspect-[5/4] w-full"
          />
        </div>
        <div className="md:pt-6">
          <h1 className="text-balance font-serif text-[28px] leading-9 tracking-[-0.015em]">{name}</h1>
          <p className="mt-3 text-figure">{formatMoney(product.price, ctx.locale)}</p>
          <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-line border-t pt-4 text-compact">
            <dt className="text-ink-3">{t("product.availability")}</dt>
            <dd className={available <= 0 ? "text-cinnabar-ink" : "text-jade-ink"}>{stock}</dd>
            <dt className="text-ink-3">{t("product.sku")}</dt>
            <dd>{product.sku}</dd>
          </dl>
          <div className="mt-6">
            <AskButton>{t("product.ask")}</AskButton>
          </div>
        </div>
      </div>
      {others.length > 0 && (
        <section aria-labelledby="alike" className="mt-16">
          <h2 id="alike" className="mb-5 font-serif text-[20px] leading-7">
            {t("product.alike")}
          </h2>
          <ProductGrid products={others} locale={ctx.locale} />
        </section>
      )}
    </>
  );
}
