"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { type IntentChoice, listIntentChoices, nameIntents, type OwnIntent } from "./intent-words";

/** Intents by name, and all that can be chosen. Needs the words of `intents`. */
export function useIntents(own: readonly OwnIntent[]): {
  nameOf: (id: string) => string;
  choices: IntentChoice[];
} {
  const words = useTranslations("intents");
  const locale = useLocale();
  return useMemo(() => {
    const name = nameIntents(words, own, locale);
    return { nameOf: (id) => name(id) ?? id, choices: listIntentChoices(name, own) };
  }, [words, own, locale]);
}
