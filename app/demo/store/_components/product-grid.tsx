import Link from "next/link";
import type { Locale } from "@/lib/core/context";
import { formatMoney } from "@/lib/core/money";
import type { ProductDto } from "@/lib/data/catalog/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { localizedName } from "../_data/localized-name";
import { ProductPicture } from "./product-picture";

export async function ProductGrid({ products, locale }: { products: readonly ProductDto[]; locale: Locale }) {
  const t = await getTranslations("store");
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-7 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4">
      {products.map((product) => (
        <li key={product.id} className="group relative flex flex-col">
          <div className="overflow-hidden rounded-lg">
            <ProductPicture
              sku={product.sku}
              englishName={product.name.en ?? ""}
              className="aspect-[5/4] w-full transition-transform duration-300 group-hover:scale-[1.03] motion-reduce:transform-none"
            />
          </div>
          <h3 className="mt-3 text-pretty leading-5">
            <Link
              href={`/demo/store/${product.id}`}
              className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
            >
              {localizedName(product.name, locale)}
            </Link>
          </h3>
          <p className="mt-1 flex items-baseline gap-2 text-ink-2">
            <span>{formatMoney(product.price, locale)}</span>
            {product.stock.onHand - product.stock.reserved <= 0 && (
              <span className="text-ink-3 text-xs">{t("product.out")}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
