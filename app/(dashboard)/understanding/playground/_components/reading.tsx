"use client";

import { useFormatter, useLocale, useTranslations } from "use-intl";
import { ConfidenceBar } from "@/components/intents/confidence-bar";
import type { OwnIntent } from "@/components/intents/intent-words";
import { useIntents } from "@/components/intents/use-intents";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { AnalyzedTextsDto } from "@/lib/service/understanding/schemas";
import { EntityList, MarkedText } from "./entities";

type Result = AnalyzedTextsDto["results"][number];

interface ReadingProps {
  text: string;
  /** The field holds another text by now. */
  isStale: boolean;
  result: Result;
  model: AnalyzedTextsDto["model"];
  own: OwnIntent[];
  lowConfidence: number;
}

const SENTIMENT_TONES: Record<Result["sentiment"]["label"], BadgeTone> = {
  positive: "jade",
  neutral: "neutral",
  negative: "cinnabar",
};

/** What the desk reads in a text, the intent first. */
export function Reading({ text, isStale, result, model, own, lowConfidence }: ReadingProps) {
  const t = useTranslations("understanding.playground");
  const languages = useTranslations("understanding.language");
  const sentiments = useTranslations("understanding.sentiment");
  const locale = useLocale();
  const format = useFormatter();
  const { nameOf } = useIntents(own);
  const { intent, sentiment, entities, language } = result;
  const isUncertain = intent.confidence < lowConfidence;
  const score = format.number(sentiment.score, { signDisplay: "exceptZero", maximumFractionDigits: 2 });
  return (
    <Card className="px-4 py-3.5" data-testid="reading">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold text-sm">{t("result")}</h2>
        <p className="text-ink-3 text-xs">
          {t("model", { model: `${model.id} ${model.version}` })},{" "}
          {model.headVersion === null ? t("shipped") : t("head", { number: model.headVersion })}
        </p>
      </div>
      {isStale ? (
        <p role="status" className="mt-2 rounded-md bg-amber-wash px-2.5 py-1.5 text-amber-ink text-xs">
          {t("changed")}
        </p>
      ) : null}
      <MarkedText text={text} entities={entities} language={language} />
      <dl className="mt-3 grid grid-cols-1 gap-x-4 gap-y-3 text-compact sm:grid-cols-[96px_minmax(0,1fr)]">
        <dt className="text-ink-3">{t("intent")}</dt>
        <dd>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold text-base" data-testid="intent">
              {nameOf(intent.id)}
            </span>
            <ConfidenceBar
              value={intent.confidence}
              locale={locale}
              threshold={lowConfidence}
              className="w-44"
            />
          </p>
          {isUncertain ? <p className="text-amber-ink text-xs">{t("uncertain")}</p> : null}
        </dd>
        {intent.alternatives.length > 0 ? (
          <>
            <dt className="text-ink-3">{t("alternatives")}</dt>
            <dd>
              <ul className="grid gap-1">
                {intent.alternatives.map(({ id, confidence }) => (
                  <li key={id} className="flex items-center gap-3">
                    <span className="min-w-0 flex-1 truncate">{nameOf(id)}</span>
                    <ConfidenceBar value={confidence} locale={locale} className="w-44 text-ink-3" />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        <dt className="text-ink-3">{t("sentiment")}</dt>
        <dd>
          <Badge tone={SENTIMENT_TONES[sentiment.label]}>{sentiments(sentiment.label)}</Badge>{" "}
          <span className="text-ink-3 text-xs">{t("score", { score: score.replace("-", "−") })}</span>
        </dd>
        <dt className="text-ink-3">{t("language")}</dt>
        <dd>{languages(language)}</dd>
        <dt className="text-ink-3">{t("entities")}</dt>
        <dd>
          <EntityList text={text} entities={entities} />
        </dd>
      </dl>
    </Card>
  );
}
