"use client";

import { useTranslations } from "use-intl";
import { formatPercent } from "@/components/format/format-number";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { Locale } from "@/lib/core/context";
import type { ImportKind } from "@/lib/data/imports/schemas";
import { formatBytes } from "../../_components/format-bytes";
import { useFieldName } from "./use-field-name";
import type { useUpload } from "./use-upload";

interface StartBarProps {
  file: File | null;
  kind: ImportKind | null;
  locale: Locale;
  /** What the map lacks, in the server's words; the start waits for it. */
  problems: string[];
  missing: { name: string }[];
  sending: ReturnType<typeof useUpload>;
  onStart: () => void;
}

export function StartBar({ file, kind, locale, problems, missing, sending, onStart }: StartBarProps) {
  const t = useTranslations("imports");
  const common = useTranslations("common");
  const nameOf = useFieldName(kind ?? "orders");
  const { share, failure, stop } = sending;
  const lacking = missing.map(({ name }) => nameOf(name));
  return (
    <div className="grid gap-3">
      {problems.length > 0 ? (
        <Alert tone="amber" role="status">
          <AlertTitle>
            {lacking.length > 0
              ? t("start.missing", {
                  fields: new Intl.ListFormat(locale).format(lacking),
                  count: lacking.length,
                })
              : problems[0]}
          </AlertTitle>
        </Alert>
      ) : null}
      {failure ? (
        <Alert tone="cinnabar" role="alert">
          <AlertTitle>{t("start.failed")}</AlertTitle>
          <p className="col-start-2 text-ink-2">
            {failure.message}
            {failure.requestId ? ` ${common("requestId")}: ${failure.requestId}` : null}
          </p>
        </Alert>
      ) : null}
      {share === null ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button disabled={problems.length > 0} onClick={onStart}>
            {kind ? t(`start.button.${kind}`) : t("steps.start")}
          </Button>
          <span className="text-compact text-ink-3">{t("start.hint")}</span>
        </div>
      ) : (
        <div className="grid gap-2">
          <div className="flex items-baseline justify-between gap-3 text-compact">
            <span>
              {share < 1 ? t("start.sending") : t("start.checking")}{" "}
              <span className="text-ink-3">
                {formatPercent(share, locale, { fractionDigits: 0 })} · {formatBytes(file?.size ?? 0, locale)}
              </span>
            </span>
            <Button variant="outline" size="sm" onClick={stop}>
              {common("cancel")}
            </Button>
          </div>
          <Progress value={share * 100} label={t("start.sending")} />
        </div>
      )}
    </div>
  );
}
