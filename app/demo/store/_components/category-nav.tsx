import Link from "next/link";
import type { Locale } from "@/lib/core/context";
import { getTranslations } from "@/lib/platform/http/locale";
import { localizedName } from "../_data/localized-name";
import type { Shelf } from "../_data/shelves";
import { storeHref } from "../_data/store-href";

interface CategoryNavProps {
  shelves: readonly Shelf[];
  /** External id of the chosen category. */
  current: string | undefined;
  q: string | undefined;
  locale: Locale;
}

const ROW = "flex gap-1 overflow-x-auto py-1 max-sm:-mx-5 max-sm:px-5";
const TOP =
  "inline-flex min-h-9 items-center whitespace-nowrap border-transparent border-b-2 px-2.5 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink";
const PART =
  "inline-flex min-h-8 items-center whitespace-nowrap rounded-full bg-chip px-3 text-compact text-ink-2 hover:text-ink aria-[current]:bg-ink aria-[current]:text-paper";

export async function CategoryNav({ shelves, current, q, locale }: CategoryNavProps) {
  const t = await getTranslations("store");
  const open = shelves.find(
    ({ category, parts }) =>
      category.externalId === current || parts.some((part) => part.externalId === current),
  );
  const href = (category?: string) => storeHref({ q, category });
  return (
    <nav aria-label={t("categories.label")} className="mt-3">
      <ul className={`${ROW} -mx-2.5 border-line border-b pb-0`}>
        <li>
          <Link href={href()} aria-current={current ? undefined : "page"} className={TOP}>
            {t("categories.all")}
          </Link>
        </li>
        {shelves.map(({ category }) => (
          <li key={category.id}>
            <Link
              href={href(category.externalId)}
              aria-current={
                open?.category.id === category.id
                  ? current === category.externalId
                    ? "page"
                    : "true"
                  : undefined
              }
              className={TOP}
            >
              {localizedName(category.name, locale)}
            </Link>
          </li>
        ))}
      </ul>
      {open && (
        <ul
          aria-label={t("categories.within", { category: localizedName(open.category.name, locale) })}
          className={`${ROW} mt-3 gap-2`}
        >
          {open.parts.map((part) => (
            <li key={part.id}>
              <Link
                href={href(part.externalId === current ? open.category.externalId : part.externalId)}
                aria-current={part.externalId === current ? "page" : undefined}
                className={PART}
              >
                {localizedName(part.name, locale)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
