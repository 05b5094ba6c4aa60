"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Search } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameIn } from "@/components/format/name-in";
import { fetchJson } from "@/components/shell/fetch-json";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { Locale } from "@/lib/core/context";
import { formatMoney, type Money } from "@/lib/core/money";
import type { ProductDto } from "@/lib/data/catalog/schemas";

export interface FoundProduct {
  id: string;
  name: string;
  price: Money;
}

interface ProductSearchProps {
  label: string;
  /** Those that are there already are not offered. */
  chosenIds: readonly string[];
  onChoose: (product: FoundProduct) => void;
}

/** Finds products by any part of name or number; each that is found is a button. */
export function ProductSearch({ label, chosenIds, onChoose }: ProductSearchProps) {
  const t = useTranslations("coupons.form");
  const locale = useLocale() as Locale;
  const id = useId();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["products", "search", q],
    queryFn: ({ signal }) =>
      fetchJson<{ data: ProductDto[] }>(`/api/v1/products?limit=6&q=${encodeURIComponent(q)}`, signal),
    enabled: q !== "",
    placeholderData: (previous) => previous,
  });
  const offered = q === "" ? [] : (found.data?.data ?? []).filter((one) => !chosenIds.includes(one.id));
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <div className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" />
        <Input
          id={id}
          type="search"
          autoComplete="off"
          className="pl-8"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          // Enter would send the form that the search stands in.
          onKeyDown={(event) => (event.key === "Enter" ? event.preventDefault() : undefined)}
        />
      </div>
      {offered.length > 0 ? (
        <ul className="overflow-hidden rounded-md border">
          {offered.map((product) => {
            const name = nameIn(product.name, locale);
            return (
              <li key={product.id} className="border-t first:border-t-0">
                <button
                  type="button"
                  className="flex min-h-8 w-full items-center gap-2 px-2.5 py-1 text-left text-compact hover:bg-hover focus-visible:-outline-offset-2"
                  onClick={() => {
                    onChoose({ id: product.id, name, price: product.price });
                    setTyped("");
                  }}
                >
                  <Plus aria-hidden className="size-3.5 shrink-0 text-ink-3" />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <span className="text-ink-3">{formatMoney(product.price, locale)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      {q !== "" && found.data?.data.length === 0 ? (
        <p role="status" className="text-ink-3 text-xs">
          {t("nothingFound")}
        </p>
      ) : null}
    </div>
  );
}
