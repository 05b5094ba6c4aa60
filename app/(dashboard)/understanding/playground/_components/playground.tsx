"use client";

import { ScanText } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/feedback/empty-state";
import { ErrorState } from "@/components/feedback/error-state";
import type { OwnIntent } from "@/components/intents/intent-words";
import { ApiError } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { BrowserComparison } from "./browser-comparison";
import { EXAMPLES } from "./examples";
import { Explanation } from "./explanation";
import { Reading } from "./reading";
import { MAX_LENGTH, useAnalysis } from "./use-analysis";
import { useBrowserReading } from "./use-browser-reading";

interface PlaygroundProps {
  initialText: string;
  own: OwnIntent[];
  lowConfidence: number;
}

export function Playground({ initialText, own, lowConfidence }: PlaygroundProps) {
  const t = useTranslations("understanding.playground");
  const languages = useTranslations("understanding.language");
  const common = useTranslations("common");
  const [text, setText] = useState(initialText);
  const [isInBrowser, setInBrowser] = useState(false);
  const { submitted, submit, query } = useAnalysis(initialText);
  const browser = useBrowserReading(submitted, isInBrowser);
  const length = text.trim().length;
  const excess = length - MAX_LENGTH;
  const canSubmit = length > 0 && excess <= 0;
  const result = query.data?.results[0];

  const read = (what: string) => {
    setText(what);
    submit(what);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) submit(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (canSubmit) submit(text);
    }
  };
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-2">
      <Card className="px-4 py-3.5">
        <form onSubmit={onSubmit} className="grid gap-3">
          <Field
            label={t("text")}
            aside={t("count", { count: length, max: MAX_LENGTH })}
            error={excess > 0 ? t("tooLong", { count: excess, max: MAX_LENGTH }) : undefined}
          >
            <Textarea
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
              placeholder={t("placeholder")}
              className="max-h-80 min-h-32"
              autoFocus
            />
          </Field>
          <div className="flex flex-wrap items-center gap-2">
            <Button
              type="submit"
              aria-disabled={!canSubmit}
              loading={query.isFetching}
              aria-keyshortcuts="Control+Enter"
            >
              {t("submit")}
              <Kbd className="max-sm:hidden">Ctrl ↵</Kbd>
            </Button>
            {text ? (
              <Button variant="ghost" onClick={() => read("")}>
                {t("clear")}
              </Button>
            ) : null}
          </div>
          <Field label={t("browser.switch")} hint={t("browser.switchText")}>
            {(control) => <Switch {...control} checked={isInBrowser} onCheckedChange={setInBrowser} />}
          </Field>
        </form>
        <h2 className="mt-5 mb-1.5 font-medium text-ink-3 text-xs">{t("examples")}</h2>
        <ul className="-mx-2 grid gap-0.5">
          {EXAMPLES.map(({ language, text: example }) => (
            <li key={language}>
              <button
                type="button"
                data-example={language}
                onClick={() => read(example)}
                className="flex w-full gap-2 rounded-sm px-2 py-1.5 text-left text-compact hover:bg-hover"
              >
                <span className="w-14 shrink-0 text-ink-3">{languages(language)}</span>
                <span lang={language}>{example}</span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <div className="grid gap-3.5" aria-live="polite" aria-busy={query.isFetching}>
        {isInBrowser ? (
          <BrowserComparison browser={browser} desk={submitted ? (query.data ?? null) : null} own={own} />
        ) : null}
        {submitted === "" ? (
          <Card>
            <EmptyState icon={ScanText} title={t("emptyTitle")} description={t("emptyText")} />
          </Card>
        ) : query.isPending ? (
          <ReadingSkeleton label={common("loading")} />
        ) : query.isError || !result ? (
          <Card>
            <ErrorState
              cause={t("failed")}
              remedy={query.error instanceof ApiError ? query.error.message : undefined}
              requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
              labels={{ requestId: common("requestId"), retry: common("retry") }}
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          </Card>
        ) : (
          <>
            <Reading
              text={submitted}
              isStale={text.trim() !== submitted}
              result={result}
              model={query.data.model}
              own={own}
              lowConfidence={lowConfidence}
            />
            <Explanation key={submitted} text={submitted} own={own} />
          </>
        )}
      </div>
    </div>
  );
}

function ReadingSkeleton({ label }: { label: string }) {
  return (
    <Card className="grid gap-3 px-4 py-4">
      <span className="sr-only">{label}</span>
      {["w-24", "w-64", "w-48", "w-56", "w-40"].map((width) => (
        <Skeleton key={width} className={`h-4 max-w-full ${width}`} />
      ))}
    </Card>
  );
}
