"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { askJson } from "@/components/shell/fetch-json";
import type { AnalyzedTextsDto, ExplainedTextDto } from "@/lib/service/understanding/schemas";

/** The longest text that the model reads to its end, in UTF-16 units. */
export const MAX_LENGTH = 2_000;
/** What is longer than this does not fit well into an address, and is not kept there. */
const MAX_IN_ADDRESS = 300;

/** The desk's answer, and what it took from asking to having it. */
export interface DeskAnswer extends AnalyzedTextsDto {
  milliseconds: number;
}

export type Method = "lime" | "shap";

/** The text that is being read, kept in the address while it is short, and what the desk makes of it. */
export function useAnalysis(initialText: string) {
  const [submitted, setSubmitted] = useState(initialText.trim().slice(0, MAX_LENGTH));
  const query = useQuery({
    queryKey: ["text", "analyze", submitted],
    queryFn: async ({ signal }): Promise<DeskAnswer> => {
      const start = performance.now();
      const answer = await askJson<AnalyzedTextsDto>("/api/v1/text/analyze", { texts: [submitted] }, signal);
      return { ...answer, milliseconds: performance.now() - start };
    },
    enabled: submitted !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  const submit = (text: string) => {
    const trimmed = text.trim();
    setSubmitted(trimmed);
    const address = new URLSearchParams(trimmed && trimmed.length <= MAX_IN_ADDRESS ? { text: trimmed } : {});
    window.history.replaceState(null, "", window.location.pathname + (address.size > 0 ? `?${address}` : ""));
  };
  return { submitted, submit, query };
}

/** Asked for by the reader, since it takes the model hundreds of readings. */
export function useExplanation(text: string, method: Method, isAsked: boolean) {
  return useQuery({
    queryKey: ["text", "explain", text, method],
    queryFn: ({ signal }) => askJson<ExplainedTextDto>("/api/v1/text/explain", { text, method }, signal),
    enabled: isAsked && text !== "",
    staleTime: Number.POSITIVE_INFINITY,
    retry: 0,
  });
}
