"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useFormatter, useLocale, useTimeZone, useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/lib/core/dates";
import type { LanguageModelDto, ModelTestDto } from "@/lib/platform/llm/schemas";
import { removeLanguageModel, testLanguageModel } from "../_actions";

/** How the model is doing, a question to try it, and the way to be rid of it. */
export function ModelState({ model }: { model: LanguageModelDto }) {
  const t = useTranslations("languageModel");
  const format = useFormatter();
  const [locale, timeZone] = [useLocale(), useTimeZone() ?? "UTC"];
  const [result, setResult] = useState<ModelTestDto | null>(null);
  const test = useAction(testLanguageModel, { onSuccess: setResult });
  const when = (instant: string) => formatInstant(instant, { locale, timeZone, style: "dateTime" });
  return (
    <Card className="grid gap-3 p-4" data-slot="model-state">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="outline" loading={test.isPending} onClick={() => test.run(undefined)}>
          {t("test")}
        </Button>
        <div role="status" className="min-w-0 text-compact">
          {result ? <TestResult result={result} /> : null}
        </div>
        <span className="ml-auto">
          <RemoveModel name={model.model ?? ""} />
        </span>
      </div>
      <p className="text-ink-2 text-compact tabular-nums">
        {t("spent", { used: format.number(model.tokensToday), budget: format.number(model.dailyTokens) })}
        {model.lastAnswerAt ? ` ${t("lastAnswer", { when: when(model.lastAnswerAt) })}` : null}
      </p>
      {model.pausedUntil ? (
        <p className="text-amber-ink text-compact">{t("paused", { when: when(model.pausedUntil) })}</p>
      ) : null}
    </Card>
  );
}

function TestResult({ result: { isWorking, latencyMs, code } }: { result: ModelTestDto }) {
  const t = useTranslations("languageModel");
  const format = useFormatter();
  const Icon = isWorking ? CircleCheck : CircleX;
  return (
    <span className="flex items-start gap-1.5">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isWorking ? "text-jade-ink" : "text-cinnabar-ink"}`}
      />
      {isWorking
        ? t("works", { seconds: format.number(latencyMs / 1_000, { maximumFractionDigits: 1 }) })
        : `${t("fails")} ${code ? t(`failure.${code}`) : ""}`.trim()}
    </span>
  );
}

function RemoveModel({ name }: { name: string }) {
  const t = useTranslations("languageModel");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { run, isPending } = useAction(removeLanguageModel, { onSuccess: () => toast.success(t("removed")) });
  return (
    <>
      <Button variant="ghost" loading={isPending} onClick={() => setOpen(true)}>
        {t("remove")}
      </Button>
      <AlertDialog open={isOpen} onOpenChange={setOpen}>
        <AlertDialogContent>
          <AlertDialogHeader>
            <AlertDialogTitle>{t("removeTitle", { model: name })}</AlertDialogTitle>
            <AlertDialogDescription>{t("removeText")}</AlertDialogDescription>
          </AlertDialogHeader>
          <AlertDialogFooter>
            <AlertDialogCancel>{common("cancel")}</AlertDialogCancel>
            <AlertDialogAction onClick={() => run(undefined)}>{t("remove")}</AlertDialogAction>
          </AlertDialogFooter>
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
