"use client";

import { useLocale, useTranslations } from "use-intl";

type Key = Parameters<ReturnType<typeof useTranslations<"imports">>>[0];

/** Why a row was set aside: the server's own sentence in English, the reason by its code in other languages. */
export function useReason(): (problem: { code: string; message: string }) => string {
  const t = useTranslations("imports");
  const locale = useLocale();
  return ({ code, message }) => {
    const key = `reasons.${code}` as Key;
    return locale !== "en" && t.has(key) ? t(key) : message;
  };
}
