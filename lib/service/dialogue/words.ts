import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/context";
import { areaMessages, type Messages } from "@/lib/platform/i18n";
import type { Language } from "./types";

const LOCALE_OF: Record<Language, Locale> = { zh: "zh-CN", en: "en", es: "es" };

export function localeOf(language: Language): Locale {
  return LOCALE_OF[language];
}

/** What stands between the parts of a sentence, and between its clauses. */
export const GAPS: Record<Language, { part: string; clause: string }> = {
  zh: { part: "，", clause: "；" },
  en: { part: ", ", clause: "; " },
  es: { part: ", ", clause: "; " },
};

function makeTranslator(language: Language) {
  const locale = LOCALE_OF[language];
  return createTranslator<Messages, "bot">({
    locale,
    messages: areaMessages(locale, ["bot"]) as Messages,
    namespace: "bot",
  });
}

export type BotWords = ReturnType<typeof makeTranslator>;

const translators = new Map<Language, BotWords>();

/** The bot's phrases in a language. */
export function botWords(language: Language): BotWords {
  let words = translators.get(language);
  if (!words) {
    words = makeTranslator(language);
    translators.set(language, words);
  }
  return words;
}
