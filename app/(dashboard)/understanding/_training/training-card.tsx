"use client";

import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { RelativeTime } from "@/components/format/relative-time";
import { sentenceGap } from "@/components/format/sentence-gap";
import { useAction } from "@/components/forms/use-action";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import type { UnderstandingStatusDto } from "@/lib/service/understanding/schemas";
import { requestTraining } from "../_actions";
import { isRunning, useStatus } from "./use-status";

interface TrainingCardProps {
  initial: UnderstandingStatusDto;
  canTrain: boolean;
  now: string;
  timeZone: string;
}

/** What is new since the last training, the way to start one, and how far it is. */
export function TrainingCard({ initial, canTrain, now, timeZone }: TrainingCardProps) {
  const t = useTranslations("understanding.training");
  const locale = useLocale();
  const { status, noteRun } = useStatus(initial, ({ run: ended, active }) => {
    if (ended?.status !== "succeeded") return;
    if (active.number !== null && ended.versionId === active.versionId)
      toast.success(t("promoted", { number: active.number }));
    else toast(t("rejected"));
  });
  const { run, isPending } = useAction(requestTraining, { onSuccess: noteRun });
  const { fresh, automaticAt, run: latest } = status;
  const count = fresh.corrections + fresh.examples;
  const runs = isRunning(latest);
  // One that starts by itself waits for the end of the teaching; a person need not.
  const isDelayed = latest?.status === "queued" && latest.trigger === "automatic";
  return (
    <Card className="mb-3.5 px-4 py-3" data-testid="training" data-run={latest?.status ?? "none"}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold text-sm">{t("title")}</h2>
          {runs ? (
            <p className="text-compact text-ink-3">
              {t("running")} {latest?.trigger === "automatic" ? t("automaticBy") : null}
            </p>
          ) : (
            <p className="text-compact text-ink-3">
              {count === 0 && latest === null ? t("none") : t("fresh", { count })}
              {sentenceGap(locale)}
              {t("automatic", { at: automaticAt })}
            </p>
          )}
        </div>
        {canTrain && (!runs || isDelayed) ? (
          <Button variant="outline" loading={isPending} onClick={() => run(undefined)}>
            {t("train")}
          </Button>
        ) : null}
      </div>
      {runs && latest ? (
        <div className="mt-2.5 grid gap-1.5">
          <Progress
            label={t("progress")}
            value={latest.status === "queued" ? undefined : 100 * latest.progress}
            valueText={t(`stage.${latest.stage}`)}
          />
          <p role="status" className="text-ink-3 text-xs">
            {t(`stage.${latest.stage}`)}
          </p>
        </div>
      ) : (
        <Progress
          className="mt-2.5"
          label={t("automatic", { at: automaticAt })}
          value={(100 * count) / automaticAt}
          valueText={t("fresh", { count })}
        />
      )}
      {latest?.status === "failed" ? (
        <Alert tone="cinnabar" className="mt-3">
          <AlertTitle>
            {t("failed")}{" "}
            {latest.finishedAt ? (
              <RelativeTime value={latest.finishedAt} now={now} locale={locale} timeZone={timeZone} />
            ) : null}
          </AlertTitle>
          <AlertDescription>{latest.error}</AlertDescription>
        </Alert>
      ) : null}
    </Card>
  );
}
