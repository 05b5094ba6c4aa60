"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ApiError } from "@/components/shell/fetch-json";
import type { ImportKind, ImportPreviewDto } from "@/lib/data/imports/schemas";
import { toForm } from "./send-form";
import type { Choice } from "./types";

const HEAD_BYTES = 256 * 1024;

/** Asks the server, which will read the file later, how it reads its beginning; only that much is sent. */
export function usePreview(kind: ImportKind | null, file: File | null, choice: Choice) {
  return useQuery({
    queryKey: ["import-preview", kind, file?.name, file?.size, file?.lastModified, choice],
    queryFn: ({ signal }) => preview(toForm(kind!, choice, file!.slice(0, HEAD_BYTES), file!.name), signal),
    enabled: kind !== null && file !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

async function preview(form: FormData, signal: AbortSignal): Promise<ImportPreviewDto> {
  const response = await fetch("/api/v1/imports/preview", {
    method: "POST",
    body: form,
    signal,
    headers: { Accept: "application/json" },
  });
  if (response.ok) return (await response.json()) as ImportPreviewDto;
  const problem = (await response.json().catch(() => ({}))) as Record<string, string>;
  throw new ApiError(
    response.status,
    problem.code ?? "internal",
    problem.detail ?? response.statusText,
    problem.requestId ?? "",
  );
}
