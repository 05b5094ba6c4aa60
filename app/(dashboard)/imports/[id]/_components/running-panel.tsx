"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { formatNumber, formatPercent } from "@/components/format/format-number";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardContent } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import type { Locale } from "@/lib/core/context";
import type { ImportDto } from "@/lib/data/imports/schemas";
import { cancel } from "../../_actions";

interface RunningPanelProps {
  item: ImportDto;
  mayCancel: boolean;
  locale: Locale;
  onCancelled: (item: ImportDto) => void;
}

export function RunningPanel({ item, mayCancel, locale, onCancelled }: RunningPanelProps) {
  const t = useTranslations("imports");
  const common = useTranslations("common");
  const [failure, setFailure] = useState<{ message: string; requestId: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const isQueued = item.status === "queued";
  const rows = t("progress.rows", {
    read: formatNumber(item.rows.read, locale),
    rejected: formatNumber(item.rows.rejected, locale),
  });
  const stop = () =>
    startTransition(async () => {
      setFailure(null);
      const result = await cancel({ id: item.id });
      if (result.ok) onCancelled(result.data);
      else setFailure(result.error);
    });
  return (
    <Card>
      <CardContent className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <p>
            <span className="text-figure">
              {isQueued ? t("progress.queued") : formatPercent(item.progress, locale, { fractionDigits: 0 })}
            </span>{" "}
            <span className="text-compact text-ink-3">{isQueued ? null : rows}</span>
          </p>
          {mayCancel ? (
            <Button variant="outline" loading={pending} onClick={stop}>
              {t("progress.cancel")}
            </Button>
          ) : null}
        </div>
        <Progress
          value={isQueued ? undefined : item.progress * 100}
          label={t("progress.label", { file: item.fileName })}
          valueText={isQueued ? t("progress.queued") : rows}
        />
        <p className="text-compact text-ink-3">{t("progress.leave")}</p>
        {failure ? (
          <Alert tone="cinnabar" role="alert">
            <p className="col-start-2">
              {failure.message} {common("requestId")}: {failure.requestId}
            </p>
          </Alert>
        ) : null}
      </CardContent>
    </Card>
  );
}
