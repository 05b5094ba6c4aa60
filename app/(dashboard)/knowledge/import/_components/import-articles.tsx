"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { ApiError, askJson } from "@/components/shell/fetch-json";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { ArticleLanguage, ImportArticlesInput, ImportedArticlesDto } from "@/lib/data/knowledge/schemas";
import { FileDrop } from "./file-drop";
import { ImportHelp } from "./import-help";
import { ImportOptions, type Options } from "./import-options";
import { ImportResult } from "./import-result";
import type { ReadFile } from "./read-file";

/** A file, what would come of it, and then what came of it. */
export function ImportArticles({ language }: { language: ArticleLanguage }) {
  const [file, setFile] = useState<ReadFile | null>(null);
  // In the place of the file in the query's key, which is written out at each drawing.
  const [round, setRound] = useState(0);
  const [options, setOptions] = useState<Options>({ language, audience: "customers", publish: false });
  const router = useRouter();
  const t = useTranslations("knowledge.importer");
  const send = (dryRun: boolean, signal?: AbortSignal) => {
    const { format, content } = file!;
    const input: ImportArticlesInput = { format, content, ...options, dryRun };
    return askJson<ImportedArticlesDto>("/api/v1/knowledge/import", input, signal);
  };
  const { publish: _, ...read } = options;
  const preview = useQuery({
    queryKey: ["knowledge", "import", round, read],
    queryFn: ({ signal }) => send(true, signal),
    enabled: file !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const storing = useMutation({
    mutationFn: () => send(false),
    onSuccess: () => router.refresh(),
  });
  const take = (next: ReadFile | null) => {
    storing.reset();
    setRound((before) => before + 1);
    setFile(next);
  };
  const error = storing.error ?? preview.error;
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid min-w-0 gap-3.5">
        <Card>
          <CardHeader>
            <CardTitle>{t("file")}</CardTitle>
          </CardHeader>
          <CardContent>
            <FileDrop file={file} disabled={storing.isPending} onChange={take} />
          </CardContent>
        </Card>
        {error ? (
          <Refused
            error={error}
            isTrying={preview.isFetching}
            onRetry={() => {
              storing.reset();
              void preview.refetch();
            }}
          />
        ) : null}
        {file && !preview.error && !storing.error ? (
          <ImportResult
            result={storing.data ?? preview.data ?? null}
            isStored={storing.isSuccess}
            isStoring={storing.isPending}
            onStore={() => storing.mutate()}
            onAnother={() => take(null)}
          />
        ) : null}
      </div>
      <div className="grid gap-3.5">
        <ImportOptions
          options={options}
          disabled={storing.isPending || storing.isSuccess}
          onChange={setOptions}
        />
        <ImportHelp />
      </div>
    </div>
  );
}

/** A file that cannot be read at all, with the reason. */
function Refused({ error, isTrying, onRetry }: { error: Error; isTrying: boolean; onRetry: () => void }) {
  const t = useTranslations("knowledge");
  const common = useTranslations("common");
  const isAnswer = error instanceof ApiError;
  return (
    <Card>
      <ErrorState
        cause={isAnswer ? t("importer.failed") : t("errors.network")}
        remedy={isAnswer ? error.message : t("errors.networkRemedy")}
        requestId={isAnswer ? error.requestId : undefined}
        labels={{ requestId: common("requestId"), retry: common("retry") }}
        retrying={isTrying}
        onRetry={onRetry}
      />
    </Card>
  );
}
