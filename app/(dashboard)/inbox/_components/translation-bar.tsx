"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Languages } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { ConversationSummaryDto, MessageDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { chooseTranslation, useTranslationChoice } from "../_live/translation-choice";
import { useFailureWords } from "../_live/use-failure-words";
import { languageOf, translationsKey, useThreadTranslations } from "../_live/use-translations";

interface TranslationBarProps {
  conversation: ConversationSummaryDto;
  messages: readonly MessageDto[];
}

/** Says that the thread is shown in the reader's language too, and asks anew when something was said. */
export function TranslationBar({ conversation: { id }, messages }: TranslationBarProps) {
  const t = useTranslations("languageModel");
  const { locale, modelTasks } = useInbox();
  const client = useQueryClient();
  const isOn = useTranslationChoice(id) && modelTasks.includes("translate");
  const language = languageOf(locale);
  const { data, error, isFetching } = useThreadTranslations(id);
  const wordFailure = useFailureWords();
  const lastText = messages.findLast(({ author }) => author !== "activity");
  const latest = lastText ? `${lastText.id}:${lastText.text.length}` : "";
  const shown = useRef(latest);
  useEffect(() => {
    if (shown.current === latest) return;
    shown.current = latest;
    if (isOn) void client.invalidateQueries({ queryKey: translationsKey(id, language) });
  }, [client, id, isOn, language, latest]);
  if (!isOn) return null;
  const failure = error ?? data?.failure?.code;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 border-b bg-surface px-4.5 py-1 text-ink-2 text-xs max-sm:px-2.5">
      <Languages aria-hidden className="size-3.5 text-ink-3" />
      <span>{t("thread.on", { language: t(`language.${language}`) })}</span>
      <span role="status" className="text-ink-3">
        {failure ? `${t("thread.failed")} ${wordFailure(failure)}` : isFetching ? t("thread.waiting") : null}
      </span>
      <Button variant="ghost" size="sm" className="ml-auto" onClick={() => chooseTranslation(id, false)}>
        {t("thread.hide")}
      </Button>
    </div>
  );
}
