"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { ApiError } from "@/components/shell/fetch-json";
import { Skeleton } from "@/components/ui/skeleton";
import type { Locale } from "@/lib/core/context";
import type { ImportKind, ImportPreviewDto } from "@/lib/data/imports/schemas";
import { ColumnMapper } from "./column-mapper";
import { FileChoice } from "./file-choice";
import { KindChoice } from "./kind-choice";
import { PreviewRows } from "./preview-rows";
import { ReadingOptions } from "./reading-options";
import { toForm } from "./send-form";
import { StartBar } from "./start-bar";
import { Step } from "./step";
import type { Choice, KindFacts } from "./types";
import { usePreview } from "./use-preview";
import { useUpload } from "./use-upload";

interface NewImportProps {
  initialKind: ImportKind | null;
  kinds: KindFacts[];
  locale: Locale;
}

const BY_HEADER: Choice = { by: "header" };

/** Four steps on one page: what, which file, which column is what, start. */
export function NewImport({ initialKind, kinds, locale }: NewImportProps) {
  const t = useTranslations("imports");
  const common = useTranslations("common");
  const [kind, setKind] = useState(initialKind);
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState<Choice>(BY_HEADER);
  const preview = usePreview(kind, file, choice);
  const sending = useUpload(t("start.unreachable"));
  const isSending = sending.share !== null;
  const facts = kinds.find((candidate) => candidate.kind === kind);
  const data = file && facts && !preview.isError ? preview.data : undefined;
  const map = choice.by === "hand" ? choice.map : data?.map;

  const chooseKind = (next: ImportKind) => {
    setKind(next);
    setChoice(BY_HEADER);
    window.history.replaceState(null, "", `/imports/new?kind=${next}`);
  };
  const chooseFile = (next: File | null) => {
    setFile(next);
    setChoice(BY_HEADER);
  };
  const isReady = data !== undefined && data.problems.length === 0 && !preview.isPlaceholderData;
  return (
    <div className="grid max-w-5xl gap-3.5">
      <Step number={1} title={t("steps.kind")} state={kind ? "done" : "current"}>
        <KindChoice kinds={kinds.map((each) => each.kind)} value={kind} onChange={chooseKind} />
      </Step>
      <Step
        number={2}
        title={t("steps.file")}
        state={kind ? (file ? "done" : "current") : "waiting"}
        hint={t("steps.fileHint")}
      >
        <FileChoice file={file} locale={locale} disabled={isSending} onChange={chooseFile} />
      </Step>
      <Step
        number={3}
        title={t("steps.columns")}
        state={file ? (isReady ? "done" : "current") : "waiting"}
        hint={t("steps.columnsHint")}
      >
        {preview.isError && file ? (
          <ErrorState
            className="py-4"
            cause={t("preview.failed")}
            remedy={preview.error.message}
            requestId={preview.error instanceof ApiError ? preview.error.requestId : undefined}
            labels={{ requestId: common("requestId"), retry: common("retry") }}
            retrying={preview.isFetching}
            onRetry={() => preview.refetch()}
          />
        ) : data && map && facts ? (
          <>
            <ReadingOptions
              {...{ facts, choice, map }}
              preview={data}
              disabled={isSending}
              onChoose={setChoice}
            />
            <ColumnMapper
              {...{ facts, map }}
              preview={data}
              disabled={isSending}
              onChange={(next) => setChoice({ by: "hand", map: next })}
            />
            <PreviewRows {...{ facts, map }} preview={data} />
          </>
        ) : (
          <div role="status" className="grid gap-2.5">
            <span className="sr-only">{common("loading")}</span>
            {["w-full", "w-11/12", "w-full", "w-4/5"].map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
              <Skeleton key={index} className={`h-8 rounded-md ${width}`} />
            ))}
          </div>
        )}
      </Step>
      <Step
        number={4}
        title={t("steps.start")}
        state={data && !preview.isPlaceholderData ? "current" : "waiting"}
        hint={t("steps.startHint")}
      >
        <StartBar
          file={file}
          locale={locale}
          problems={data?.problems ?? []}
          missing={
            facts && map ? facts.fields.filter(({ name, required }) => required && !map.columns[name]) : []
          }
          kind={kind}
          sending={sending}
          onStart={() => {
            if (kind && file && data) sending.start(toForm(kind, settled(choice, data), file, file.name));
          }}
        />
      </Step>
    </div>
  );
}

/** What is sent is what was shown: a layout that was recognised by its name, a guess as the map it came to. */
function settled(choice: Choice, preview: ImportPreviewDto): Choice {
  if (choice.by !== "header") return choice;
  return preview.preset ? { by: "preset", id: preview.preset } : { by: "hand", map: preview.map };
}
