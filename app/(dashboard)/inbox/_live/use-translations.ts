"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { askJson } from "@/components/shell/fetch-json";
import type { Locale } from "@/lib/core/context";
import type { TranslationsDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "./inbox-context";
import { useTranslationChoice } from "./translation-choice";

export type ReaderLanguage = TranslationsDto["language"];
/** While some are still to be translated they are asked for again. */
const NEXT_MS = 400;

export function languageOf(locale: Locale): ReaderLanguage {
  return locale === "zh-CN" ? "zh" : locale;
}

export const translationsKey = (conversationId: string, language: ReaderLanguage) =>
  ["translations", conversationId, language] as const;

/** A conversation's messages in the reader's language, where the reader has asked for them. */
export function useThreadTranslations(conversationId: string) {
  const { locale, modelTasks } = useInbox();
  const language = languageOf(locale);
  const isOn = useTranslationChoice(conversationId) && modelTasks.includes("translate");
  return useQuery({
    queryKey: translationsKey(conversationId, language),
    queryFn: ({ signal }) =>
      askJson<TranslationsDto>(`/api/v1/conversations/${conversationId}/translations`, { language }, signal),
    enabled: isOn,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchInterval: (query) => ((query.state.data?.waiting ?? 0) > 0 ? NEXT_MS : false),
  });
}
