import { nameIn } from "@/components/format/name-in";
import type { getProductNames } from "@/lib/data/catalog";
import type { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

/** What every part of a request's detail is drawn with. */
export interface DetailProps {
  ctx: PageContext;
  t: Awaited<ReturnType<typeof getTranslations<"requests">>>;
  products: Awaited<ReturnType<typeof getProductNames>>;
}

export function productName({ t, products, ctx }: DetailProps, id: string | null): string {
  const product = id ? products[id] : undefined;
  return product ? nameIn(product.name, ctx.locale) : t("detail.removed");
}
