"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useTranslationChoice } from "../_live/translation-choice";
import { useThreadTranslations } from "../_live/use-translations";

/** A message in the reader's language, or as its author wrote it; the original stands above it as it was sent. */
export function TranslatedLine({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const t = useTranslations("languageModel");
  const isOn = useTranslationChoice(conversationId);
  const { data } = useThreadTranslations(conversationId);
  const found = isOn ? data?.translations.filter((each) => each.messageId === messageId) : undefined;
  if (!found?.length) return null;
  return found.map(({ language, text, isOriginal, lost }) => (
    <div
      key={language}
      data-translation={isOriginal ? "original" : language}
      className="mt-1.5 mb-1 border-line-strong border-t border-dashed pt-1.5"
    >
      <span className="block">
        {t(isOriginal ? "thread.original" : "thread.translation", { language: t(`language.${language}`) })}
      </span>
      <p lang={language} className="whitespace-pre-wrap break-words text-ink-2 text-sm">
        {text}
      </p>
      {lost.length > 0 ? (
        <span className="mt-0.5 flex items-start gap-1 text-amber-ink">
          <TriangleAlert aria-hidden className="mt-px size-3 shrink-0" />
          {t("thread.differs", { parts: lost.join(" · ") })}
        </span>
      ) : null}
    </div>
  ));
}
