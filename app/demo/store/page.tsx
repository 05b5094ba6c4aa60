import Link from "next/link";
import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { listRecentOrders } from "@/lib/data/orders";
import { getTranslations } from "@/lib/platform/http/locale";
import { CategoryNav } from "./_components/category-nav";
import { MyOrders } from "./_components/my-orders";
import { ProductGrid } from "./_components/product-grid";
import { readProducts, readShelves } from "./_data/shelves";
import { readStoreContext } from "./_data/store-context";
import { storeHref } from "./_data/store-href";

const SHOWN_ORDERS = 5;

interface StorePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function StorePage({ searchParams }: StorePageProps) {
  const [store, t, parameters] = await Promise.all([
    readStoreContext(),
    getTranslations("store"),
    searchParams,
  ]);
  if (!store) notFound();
  const { ctx, customer, shop } = store;
  const q = single(parameters.q)?.trim().slice(0, 200);
  const category = single(parameters.category);
  const cursor = single(parameters.cursor);
  const shelves = await readShelves(ctx);
  const [products, orders] = await Promise.all([
    readProducts(ctx, shelves, { q, category, cursor }),
    customer ? listRecentOrders(ctx, { customerId: customer.id, limit: SHOWN_ORDERS }) : null,
  ]);
  const isHome = !q && !category && !cursor;
  const found =
    q &&
    (products.nextCursor ? t("search.many", { q }) : t("search.results", { count: products.data.length, q }));
  return (
    <>
      {isHome && (
        <div className="pt-10 pb-2">
          <h1 className="text-balance font-serif text-[30px] leading-[38px] tracking-[-0.015em] sm:text-[38px] sm:leading-[46px]">
            {t("hero.title")}
          </h1>
          <p className="mt-2 max-w-[60ch] text-pretty text-[15px] text-ink-2 leading-6">{t("hero.lead")}</p>
        </div>
      )}
      {!isHome && <h1 className="sr-only">{found || t("title")}</h1>}
      {orders && <MyOrders orders={orders} locale={ctx.locale} timeZone={shop.timeZone} />}
      <CategoryNav shelves={shelves} current={category} q={q} locale={ctx.locale} />
      {found && (
        <div className="mt-6 flex flex-wrap items-baseline gap-x-4">
          <p role="status" className="text-[15px]">
            {found}
          </p>
          <Link
            href={storeHref({ category })}
            className="inline-flex min-h-6 items-center text-blue-ink underline underline-offset-4"
          >
            {t("search.clear")}
          </Link>
        </div>
      )}
      <h2 className="sr-only">{t("title")}</h2>
      <div className="mt-6">
        {products.data.length > 0 ? (
          <ProductGrid products={products.data} locale={ctx.locale} />
        ) : (
          <p className="py-16 text-center text-ink-2">{q ? t("search.nothing") : t("categories.empty")}</p>
        )}
      </div>
      {(products.nextCursor || cursor) && (
        <nav aria-label={t("paging.label")} className="mt-10 flex justify-center gap-3">
          {cursor && (
            <Button asChild size="lg" variant="outline">
              <Link href={storeHref({ q, category })}>{t("paging.first")}</Link>
            </Button>
          )}
          {products.nextCursor && (
            <Button asChild size="lg" variant="outline">
              <Link href={storeHref({ q, category, cursor: products.nextCursor })}>{t("paging.next")}</Link>
            </Button>
          )}
        </nav>
      )}
    </>
  );
}

function single(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value) || undefined;
}
