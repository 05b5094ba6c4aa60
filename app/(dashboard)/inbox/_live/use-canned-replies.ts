"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/shell/fetch-json";
import type { Page } from "@/lib/core/pagination";
import type { CannedReplyDto } from "@/lib/service/canned-replies/schemas";

const FRESH_MS = 60_000;

/** All of them, a few hundred at most, so that the list filters without waiting for the server. */
async function fetchAll(signal: AbortSignal): Promise<CannedReplyDto[]> {
  const replies: CannedReplyDto[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const page: Page<CannedReplyDto> = await fetchJson(`/api/v1/canned-replies?limit=200${from}`, signal);
    replies.push(...page.data);
    cursor = page.nextCursor;
  }
  return replies;
}

export function useCannedReplies(enabled: boolean) {
  return useQuery({
    queryKey: ["canned-replies"],
    queryFn: ({ signal }) => fetchAll(signal),
    staleTime: FRESH_MS,
    enabled,
  });
}
