"use client";

import { useTranslations } from "use-intl";
import { ApiError } from "@/components/shell/fetch-json";
import { MODEL_FAILURES } from "@/lib/platform/llm/schemas";

const REASONS = [...MODEL_FAILURES, "not_grounded"] as const;

/** Why the language model gave nothing, in the reader's words. */
export function useFailureWords() {
  const t = useTranslations("languageModel.failure");
  const inbox = useTranslations("inbox.errors");
  return (error: unknown): string => {
    const reason = typeof error === "string" ? error : error instanceof ApiError ? error.reason : undefined;
    const known = REASONS.find((each) => each === reason);
    return known ? t(known) : inbox("internal");
  };
}
