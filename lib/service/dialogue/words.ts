import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/context";
import { areaMessages, type Messages } from "@/lib/platform/i18n";
import type { Language } from "./types";

const LOCALE_OF: Record<Language, Locale> = { zh: "zh-CN", en: "en", es: "es" };

export function localeOf(language: Language): Locale {
  return LOCALE_OF[language];
}

/** What stands between the parts of a sentence, between its clauses, and between two sentences. */
export const GAPS: Record<Language, { part: string; clause: string; sentence: string }> = {
  zh: { part: "，", clause: "；", sentence: "" },
  en: { part: ", ", clause: "; ", sentence: " " },
  es: { part: ", ", clause: "; ", sentence: " " },
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
