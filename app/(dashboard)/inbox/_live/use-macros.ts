"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/shell/fetch-json";
import type { Page } from "@/lib/core/pagination";
import type { MacroDto } from "@/lib/service/macros/schemas";

const FRESH_MS = 60_000;

/** All of them, a few hundred at most, the most used first: the list filters without waiting for the server. */
async function fetchAll(signal: AbortSignal): Promise<MacroDto[]> {
  const macros: MacroDto[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const page: Page<MacroDto> = await fetchJson(`/api/v1/macros?limit=200${from}`, signal);
    macros.push(...page.data);
    cursor = page.nextCursor;
  }
  return macros.sort((one, other) => other.timesUsed - one.timesUsed || one.name.localeCompare(other.name));
}

export function useMacros() {
  return useQuery({ queryKey: ["macros"], queryFn: ({ signal }) => fetchAll(signal), staleTime: FRESH_MS });
}
