"use client";

import { useTranslations } from "use-intl";
import type { ImportKind } from "@/lib/data/imports/schemas";

type Key = Parameters<ReturnType<typeof useTranslations<"imports">>>[0];

/** What a field is called; an id or a name depends on what is imported. A field without words keeps its name. */
export function useFieldName(kind: ImportKind): (field: string) => string {
  const t = useTranslations("imports");
  return (field) => {
    const own = `fields.${kind}.${field}` as Key;
    const shared = `fields.${field}` as Key;
    if (t.has(own)) return t(own);
    return t.has(shared) ? t(shared) : field;
  };
}
