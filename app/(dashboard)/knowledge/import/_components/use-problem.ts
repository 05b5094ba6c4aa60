"use client";

import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { type ImportResult, MAX_IMPORTED_ARTICLES } from "@/lib/data/knowledge/schemas";

const FIELDS = {
  title: "title",
  body: "body",
  language: "language",
  audience: "audience",
  validFrom: "validity",
  validUntil: "validity",
} as const;

/** Why a row cannot come in, in the reader's words. */
export function useProblem() {
  const t = useTranslations("knowledge.importer.problem");
  const locale = useLocale();
  return ({ code, message }: NonNullable<ImportResult["error"]>): string => {
    if (code === "duplicate_in_batch") return t("duplicate");
    if (code === "too_many") return t("tooMany", { count: formatNumber(MAX_IMPORTED_ARTICLES, locale) });
    if (code === "conflict") return t("conflict");
    // The field stands before the first colon.
    const field = message.split(":", 1)[0]!;
    return field in FIELDS ? t(FIELDS[field as keyof typeof FIELDS]) : t("other", { message });
  };
}
