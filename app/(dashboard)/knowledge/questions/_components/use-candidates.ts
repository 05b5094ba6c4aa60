"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchJson } from "@/components/shell/fetch-json";
import type { Page } from "@/lib/core/pagination";
import type { ArticleLanguage, ArticleSummaryDto, KnowledgeSearchDto } from "@/lib/data/knowledge/schemas";

interface Candidate {
  id: string;
  title: string;
  language: ArticleLanguage;
}

const PAUSE_MS = 250;

/** Articles that a question may belong to: those that search finds nearest, or those whose title has some words. */
export function useCandidates(question: string, q: string) {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(q.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [q]);
  const { data, isPending, isError } = useQuery({
    queryKey: ["knowledge", "candidates", question, asked],
    queryFn: ({ signal }) => (asked ? byTitle(asked, signal) : nearest(question, signal)),
    placeholderData: keepPreviousData,
  });
  return { candidates: data ?? [], isPending, isError };
}

async function nearest(question: string, signal: AbortSignal): Promise<Candidate[]> {
  const query = new URLSearchParams({ q: question, audience: "agents", limit: "6" });
  const { data } = await fetchJson<KnowledgeSearchDto>(`/api/v1/knowledge/search?${query}`, signal);
  return data.map(({ articleId, title, language }) => ({ id: articleId, title, language }));
}

async function byTitle(q: string, signal: AbortSignal): Promise<Candidate[]> {
  const query = new URLSearchParams({ q, limit: "8" });
  const { data } = await fetchJson<Page<ArticleSummaryDto>>(`/api/v1/knowledge/articles?${query}`, signal);
  return data.map(({ id, title, language }) => ({ id, title, language }));
}
