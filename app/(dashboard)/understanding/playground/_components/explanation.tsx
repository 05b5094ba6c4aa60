"use client";

import { Lightbulb } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import type { OwnIntent } from "@/components/intents/intent-words";
import { useIntents } from "@/components/intents/use-intents";
import { ApiError } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import type { ExplainedTextDto } from "@/lib/service/understanding/schemas";
import { type Method, useExplanation } from "./use-analysis";
import { WeightedText, WeightTable } from "./weighted-text";

const METHODS: Method[] = ["lime", "shap"];

/** Why the desk reads this intent: the weight of each word, by LIME or SHAP, when it is asked for. */
export function Explanation({ text, own }: { text: string; own: OwnIntent[] }) {
  const t = useTranslations("understanding.playground");
  const common = useTranslations("common");
  const [method, setMethod] = useState<Method>("lime");
  const [isAsked, setAsked] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const query = useExplanation(text, method, isAsked);
  return (
    <Card className="px-4 py-3.5" data-testid="explanation">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-sm">{t("why")}</h2>
        <span className="flex items-center gap-2">
          {query.data ? (
            <Button variant="ghost" size="sm" onClick={() => setAsTable(!asTable)}>
              {asTable ? common("chart") : common("table")}
            </Button>
          ) : null}
          <ToggleGroup
            type="single"
            aria-label={t("method")}
            value={method}
            onValueChange={(value) => value && setMethod(value as Method)}
          >
            {METHODS.map((each) => (
              <ToggleGroupItem key={each} value={each}>
                {t(each)}
              </ToggleGroupItem>
            ))}
          </ToggleGroup>
        </span>
      </div>
      {!isAsked ? (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1 basis-60 text-compact text-ink-3">{t("whyText")}</p>
          <Button variant="outline" onClick={() => setAsked(true)}>
            <Lightbulb aria-hidden />
            {t("explain")}
          </Button>
        </div>
      ) : query.isPending ? (
        <div className="mt-3 grid gap-2">
          <Progress label={t("explaining")} />
          <p className="text-compact text-ink-3">{t("explaining")}</p>
        </div>
      ) : query.isError ? (
        <ErrorState
          cause={t("explainFailed")}
          remedy={query.error instanceof ApiError ? query.error.message : undefined}
          requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
          labels={{ requestId: common("requestId"), retry: common("retry") }}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          className="py-5"
        />
      ) : (
        <Weights text={text} explained={query.data} own={own} asTable={asTable} />
      )}
    </Card>
  );
}

interface WeightsProps {
  text: string;
  explained: ExplainedTextDto;
  own: OwnIntent[];
  asTable: boolean;
}

function Weights({ text, explained, own, asTable }: WeightsProps) {
  const t = useTranslations("understanding.playground");
  const format = useFormatter();
  const { nameOf } = useIntents(own);
  const { stability, tokens } = explained;
  const intent = nameOf(explained.intent.id);
  if (tokens.every(({ weight }) => weight === 0))
    return <p className="mt-2 text-compact text-ink-3">{t("noWeights")}</p>;
  const steadiness =
    stability === undefined ? null : stability >= 0.8 ? "high" : stability >= 0.5 ? "medium" : "low";
  return (
    <div className="mt-2 grid gap-2">
      {asTable ? <WeightTable tokens={tokens} /> : <WeightedText text={text} tokens={tokens} />}
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="h-3.5 w-6 rounded-sm border-blue border-b-2 bg-blue/30" />
          {t("for", { intent })}
        </li>
        <li className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="h-3.5 w-6 rounded-sm border-cinnabar border-b-2 border-dotted bg-cinnabar/30"
          />
          {t("against")}
        </li>
      </ul>
      {steadiness && stability !== undefined ? (
        <p className="text-compact text-ink-2" data-testid="stability">
          {t(`stability.${steadiness}`, { value: format.number(stability, { maximumFractionDigits: 2 }) })}
        </p>
      ) : null}
    </div>
  );
}
