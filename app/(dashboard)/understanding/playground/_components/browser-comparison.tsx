"use client";

import type { ReactNode } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { formatPercent } from "@/components/format/format-number";
import type { OwnIntent } from "@/components/intents/intent-words";
import { useIntents } from "@/components/intents/use-intents";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { BrowserReading, ModelState } from "@/lib/platform/models/browser/browser-model";
import type { AnalyzedTextsDto } from "@/lib/service/understanding/schemas";
import type { DeskAnswer } from "./use-analysis";
import type { BrowserReadingState } from "./use-browser-reading";

interface ComparisonProps {
  browser: BrowserReadingState;
  /** Null before a text was read, or while it is. */
  desk: DeskAnswer | null;
  own: OwnIntent[];
}

/** What the model in this browser reads, beside the desk's answer to the same text. */
export function BrowserComparison({ browser, desk, own }: ComparisonProps) {
  const t = useTranslations("understanding.playground.browser");
  const common = useTranslations("common");
  const { state, reading, failure, retry } = browser;
  const result = desk?.results[0];
  return (
    <Card className="px-4 py-3.5" data-testid="browser-comparison" data-phase={state.phase}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold text-sm">{t("title")}</h2>
        {reading && result ? <Agreement desk={result} browser={reading} /> : null}
      </div>
      {failure !== null ? (
        <ErrorState
          cause={t("failed")}
          remedy={failure}
          labels={{ requestId: common("requestId"), retry: common("retry") }}
          onRetry={retry}
          className="py-5"
        />
      ) : reading && desk && result ? (
        <SideBySide desk={desk} result={result} browser={reading} own={own} />
      ) : state.phase === "ready" ? (
        <p className="mt-2 text-compact text-ink-3">{desk ? t("reading") : t("ready")}</p>
      ) : (
        <Loading state={state} />
      )}
    </Card>
  );
}

function Loading({ state }: { state: ModelState }) {
  const t = useTranslations("understanding.playground.browser");
  const { loadedBytes, totalBytes } =
    state.phase === "loading" ? state : { loadedBytes: 0, totalBytes: null };
  const isComing = totalBytes !== null && loadedBytes < totalBytes;
  const text = isComing
    ? t("loading", { loaded: toMegabytes(loadedBytes), total: toMegabytes(totalBytes) })
    : t("starting");
  return (
    <div className="mt-3 grid gap-2" aria-live="off">
      <Progress
        label={t("progress")}
        valueText={text}
        {...(isComing ? { value: (100 * loadedBytes) / totalBytes } : {})}
      />
      <p className="text-compact text-ink-3">{text}</p>
    </div>
  );
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

type Result = AnalyzedTextsDto["results"][number];

function Agreement({ desk, browser }: { desk: Result; browser: BrowserReading }) {
  const t = useTranslations("understanding.playground.browser");
  const agrees = desk.intent.id === browser.intent.id;
  return (
    <Badge tone={agrees ? "jade" : "amber"} data-testid="agreement" data-agrees={agrees}>
      {agrees ? t("agree") : t("differ")}
    </Badge>
  );
}

interface SideBySideProps {
  desk: DeskAnswer;
  result: Result;
  browser: BrowserReading;
  own: OwnIntent[];
}

function SideBySide({ desk, result, browser, own }: SideBySideProps) {
  const t = useTranslations("understanding.playground");
  const sentiments = useTranslations("understanding.sentiment");
  const languages = useTranslations("understanding.language");
  const format = useFormatter();
  const locale = useLocale();
  const { nameOf } = useIntents(own);
  const intent = ({ id, confidence }: Result["intent"]) => (
    <>
      {nameOf(id)}{" "}
      <span className="text-ink-3">{formatPercent(confidence, locale, { fractionDigits: 0 })}</span>
    </>
  );
  const time = (milliseconds: number) =>
    t("browser.milliseconds", { value: format.number(milliseconds, { maximumFractionDigits: 0 }) });
  const { headVersion } = desk.model;
  return (
    <>
      <Table label={t("browser.title")} className="mt-2">
        <TableHeader>
          <TableRow>
            <TableHead>
              <span className="sr-only">{t("browser.what")}</span>
            </TableHead>
            <TableHead>{t("browser.desk")}</TableHead>
            <TableHead>{t("browser.here")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          <Row label={t("intent")} desk={intent(result.intent)} here={intent(browser.intent)} />
          <Row
            label={t("sentiment")}
            desk={sentiments(result.sentiment.label)}
            here={sentiments(browser.sentiment.label)}
          />
          <Row label={t("language")} desk={languages(result.language)} here={languages(browser.language)} />
          <Row label={t("browser.time")} desk={time(desk.milliseconds)} here={time(browser.milliseconds)} />
        </TableBody>
      </Table>
      <p className="mt-2 text-ink-3 text-xs">
        {t("browser.timeText")} {headVersion === null ? null : t("browser.head", { number: headVersion })}
      </p>
    </>
  );
}

function Row({ label, desk, here }: { label: string; desk: ReactNode; here: ReactNode }) {
  return (
    <TableRow>
      <TableHead scope="row" className="font-normal text-ink-3">
        {label}
      </TableHead>
      <TableCell className="whitespace-normal">{desk}</TableCell>
      <TableCell className="whitespace-normal">{here}</TableCell>
    </TableRow>
  );
}
