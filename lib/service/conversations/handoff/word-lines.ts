import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/context";
import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { areaMessages, type Messages } from "@/lib/platform/i18n";
import type { HandoffLineDto } from "../schemas";
import type { Line } from "./summarize-handoff";

/** Who reads the summary: an agent may read Chinese while the customer writes Spanish. */
export interface Reader {
  locale: Locale;
  timeZone: string;
  /** The name of an intent that the shop has added. */
  ownIntent: (id: string) => string | undefined;
}

type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

const translators = new Map<Locale, Translate>();

/** Keys are made of codes here, so whether there is a word for them is asked, not compiled. */
function wordsFor(locale: Locale): Translate {
  let words = translators.get(locale);
  if (!words) {
    const messages = areaMessages(locale, ["handoff", "requests", "intents"]) as Messages;
    words = createTranslator<Messages>({ locale, messages }) as unknown as Translate;
    translators.set(locale, words);
  }
  return words;
}

/** The lines of a summary as sentences in the reader's language. */
export function wordLines(lines: readonly Line[], reader: Reader): HandoffLineDto[] {
  const words = wordsFor(reader.locale);
  return lines.map((line) => ({ ...line, text: wordLine(line, words, reader) }));
}

function wordLine({ group, key, values }: Line, words: Translate, reader: Reader): string {
  const t = (name: string, more: Record<string, string | number> = {}) => words(`handoff.${name}`, more);
  switch (group) {
    case "why":
      return wordReason(key, values, words, reader);
    case "wants": {
      const known = { what: what(values, words, reader), for: awaited(values, words), because: "" };
      if (key === "wants.asked" && !known.for) return t("wants.open", known);
      if (values.because) known.because = words(`requests.onOrder.reasons.${values.because}`);
      return key === "wants.refused" && !known.because ? t("wants.refusedPlain", known) : t(key, known);
    }
    case "did":
      return wordAct(key, values, words, reader);
    case "promise":
      return t(key, values.at ? { at: moment(String(values.at), reader) } : {});
    case "mood":
      if (key === "mood.language") return t(key, { language: languageName(String(values.language), reader) });
      return t(key, { feeling: t(`feeling.${feelingOf(Number(values.feeling))}`) });
    case "identity":
      if (key !== "identity.proven") return t(key, values);
      return t(values.contact ? `identity.provenBy.${values.contact}` : key, values);
  }
}

function wordReason(key: string, values: Line["values"], words: Translate, reader: Reader): string {
  const intent = values.intent ? intentName(String(values.intent), words, reader) : undefined;
  if (key === "why.unsupported_intent" && intent) return words("handoff.why.unsupportedNamed", { intent });
  return words.has(`handoff.${key}`) ? words(`handoff.${key}`) : words("handoff.why.other");
}

/** "Return · order HP-1 · Tea ×2" */
function what(values: Line["values"], words: Translate, reader: Reader): string {
  const { task, intent, order, items } = values;
  const named = words.has(`handoff.task.${task}`) ? words(`handoff.task.${task}`) : undefined;
  const name = named ?? intentName(String(intent ?? task), words, reader) ?? words("handoff.task.other");
  return [name, ...about(order, items, words)].join(" · ");
}

const about = (order: unknown, items: unknown, words: Translate) => [
  ...(order ? [words("handoff.order", { order: String(order) })] : []),
  ...(items ? [String(items)] : []),
];

function awaited({ waitsFor }: Line["values"], words: Translate): string {
  return words.has(`handoff.slot.${waitsFor}`) ? words(`handoff.slot.${waitsFor}`) : "";
}

function wordAct(key: string, values: Line["values"], words: Translate, reader: Reader): string {
  if (key === "did.articles") {
    const titles = String(values.titles).split("\n");
    return words("handoff.did.articles", { titles: new Intl.ListFormat(reader.locale).format(titles) });
  }
  const { order, items, number = "", text = "", by, open } = values;
  const money = (name: "refund" | "due") =>
    values[`${name}Minor`] === undefined
      ? []
      : [
          words(`handoff.did.${name}`, {
            amount: formatMoney(
              { amountMinor: Number(values[`${name}Minor`]), currency: String(values[`${name}Currency`]) },
              reader.locale,
            ),
          }),
        ];
  return [
    words(`handoff.${key}`, { number, text }),
    ...about(order, items, words),
    ...money("refund"),
    ...money("due"),
    ...(by ? [words("handoff.did.by", { name: String(by) })] : []),
    ...(open ? [words("handoff.did.open")] : []),
  ].join(" · ");
}

function intentName(id: string, words: Translate, { ownIntent }: Reader): string | undefined {
  return words.has(`intents.${id}`) ? words(`intents.${id}`) : ownIntent(id);
}

function moment(instant: string, { locale, timeZone }: Reader): string {
  const day = formatInstant(instant, { locale, timeZone, style: "day" });
  return `${day} ${formatInstant(instant, { locale, timeZone, style: "time" })}`;
}

function languageName(language: string, { locale }: Reader): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
}

/** The same bounds as the inbox's own words for a feeling. */
function feelingOf(score: number): string {
  if (Math.abs(score) < 0.25) return "neutral";
  const strength = Math.abs(score) >= 0.75 ? "very" : "rather";
  return `${strength}${score < 0 ? "Unhappy" : "Happy"}`;
}
