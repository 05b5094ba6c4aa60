"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Label } from "@/components/ui/label";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { SectionProps } from "./draft";
import { Section } from "./section";

/** In the order of the tree: each below the one that it belongs to. */
export interface CategoryChoice {
  id: string;
  name: string;
  depth: number;
  /** Those above it, which count for it too. */
  aboveIds: string[];
}

const INDENTS = ["", "ps-5", "ps-10", "ps-15"];

export function CategorySection({
  draft,
  set,
  fields,
  categories,
}: SectionProps & { categories: CategoryChoice[] }) {
  const t = useTranslations("servicePolicy");
  const chosen = new Set(draft.nonReturnableCategoryIds);
  const toggle = (id: string, isOn: boolean) =>
    set({
      nonReturnableCategoryIds: isOn ? [...chosen, id] : [...chosen].filter((other) => other !== id),
    });
  const error = Object.entries(fields).find(([path]) => path.startsWith("nonReturnable"))?.[1];
  return (
    <Section title={t("excluded.title")} text={t("excluded.text")}>
      {categories.length === 0 ? (
        <p className="text-compact text-ink-3">{t("excluded.none")}</p>
      ) : (
        <ScrollArea label={t("excluded.search")} className="max-h-64">
          <fieldset>
            <legend className="sr-only">{t("excluded.search")}</legend>
            <ul>
              {categories.map(({ id, name, depth, aboveIds }) => {
                const isBelow = aboveIds.some((above) => chosen.has(above));
                return (
                  <li
                    key={id}
                    className={cn("flex min-h-8 items-center gap-2.5", INDENTS[Math.min(depth, 3)])}
                  >
                    <Checkbox
                      id={`category-${id}`}
                      checked={isBelow || chosen.has(id)}
                      disabled={isBelow}
                      onCheckedChange={(checked) => toggle(id, checked === true)}
                    />
                    <Label htmlFor={`category-${id}`} className="font-normal">
                      {name}
                    </Label>
                  </li>
                );
              })}
            </ul>
          </fieldset>
        </ScrollArea>
      )}
      {error ? (
        <p role="alert" className="mt-2 text-cinnabar-ink text-xs">
          {error}
        </p>
      ) : null}
    </Section>
  );
}
