"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { REPLY_LANGUAGES } from "@/lib/service/canned-replies/schemas";
import type { MacroStep } from "@/lib/service/macros/schemas";

interface Named {
  id: string;
  name: string;
}

const DAY_MINUTES = 1_440;
const HOUR_MINUTES = 60;

/** What a macro's steps do, a sentence each, in the reader's language. */
export function useStepWords(labels: readonly Named[], members: readonly Named[]) {
  const t = useTranslations("deskActs.macros");
  const locale = useLocale();
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: "conjunction" });
    const nameOf = (known: readonly Named[], id: string) =>
      known.find((each) => each.id === id)?.name ?? t("gone");
    const namesOf = (ids: readonly string[]) => list.format(ids.map((id) => `“${nameOf(labels, id)}”`));
    const span = (minutes: number) =>
      minutes % DAY_MINUTES === 0
        ? t("days", { count: minutes / DAY_MINUTES })
        : minutes % HOUR_MINUTES === 0
          ? t("hours", { count: minutes / HOUR_MINUTES })
          : t("minutes", { count: minutes });
    /** @param fill puts sample values where variables stand. */
    const sentence = (step: MacroStep, fill: (text: string) => string = (text) => text): string => {
      switch (step.type) {
        case "reply":
          return t("says.reply", { text: fill(textFor(step.texts, locale)) });
        case "note":
          return t("says.note", { text: fill(step.text) });
        case "label":
          if (step.remove.length === 0) return t("says.add", { labels: namesOf(step.add) });
          if (step.add.length === 0) return t("says.remove", { labels: namesOf(step.remove) });
          return t("says.both", { added: namesOf(step.add), removed: namesOf(step.remove) });
        case "assign":
          if (step.to === "me") return t("says.assignMe");
          return step.to === "none"
            ? t("says.assignNobody")
            : t("says.assign", { name: nameOf(members, step.to) });
        case "snooze":
          return t("says.snooze", { span: span(step.minutes) });
        default:
          return t(`says.${step.type}`);
      }
    };
    return { sentence, span };
  }, [labels, locale, members, t]);
}

/** The reader's own language where the reply has it. */
function textFor(texts: Partial<Record<(typeof REPLY_LANGUAGES)[number], string>>, locale: string): string {
  const own = REPLY_LANGUAGES.find((language) => locale.startsWith(language) && texts[language]);
  const any = own ?? REPLY_LANGUAGES.find((language) => texts[language]);
  return (any && texts[any]) ?? "";
}
