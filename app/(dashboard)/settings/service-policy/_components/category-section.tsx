"use client";

import { useTranslations } from "use-intl";
import { CategoryChecks } from "../../../_shared/category-checks";
import type { CategoryChoice } from "../../../_shared/category-tree";
import type { SectionProps } from "./draft";
import { Section } from "./section";

/** What is taken back only when it is faulty. */
export function CategorySection({
  draft,
  set,
  fields,
  categories,
}: SectionProps & { categories: CategoryChoice[] }) {
  const t = useTranslations("servicePolicy");
  const error = Object.entries(fields).find(([path]) => path.startsWith("nonReturnable"))?.[1];
  return (
    <Section title={t("excluded.title")} text={t("excluded.text")}>
      {categories.length === 0 ? (
        <p className="text-compact text-ink-3">{t("excluded.none")}</p>
      ) : (
        <fieldset>
          <legend className="sr-only">{t("excluded.search")}</legend>
          <CategoryChecks
            label={t("excluded.search")}
            categories={categories}
            chosenIds={draft.nonReturnableCategoryIds}
            onChange={(nonReturnableCategoryIds) => set({ nonReturnableCategoryIds })}
          />
        </fieldset>
      )}
      {error ? (
        <p role="alert" className="mt-2 text-cinnabar-ink text-xs">
          {error}
        </p>
      ) : null}
    </Section>
  );
}
