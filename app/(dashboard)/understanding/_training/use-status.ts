"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { fetchJson } from "@/components/shell/fetch-json";
import type { TrainingRunDto, UnderstandingStatusDto } from "@/lib/service/understanding/schemas";

const KEY = ["understanding", "status"];
const WHILE_RUNNING_MS = 1_000;
const OTHERWISE_MS = 30_000;

export function isRunning(run: TrainingRunDto | null): boolean {
  return run !== null && (run.status === "queued" || run.status === "running");
}

/**
 * Where learning stands, followed closely while a training runs; when it ends the page is read again.
 * @param onEnd hears of a training that has ended before the reader's eyes.
 */
export function useStatus(initial: UnderstandingStatusDto, onEnd: (status: UnderstandingStatusDto) => void) {
  const client = useQueryClient();
  const router = useRouter();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchJson<UnderstandingStatusDto>("/api/v1/understanding/training", signal),
    initialData: initial,
    staleTime: 0,
    refetchOnMount: false,
    refetchInterval: (query) => (isRunning(query.state.data?.run ?? null) ? WHILE_RUNNING_MS : OTHERWISE_MS),
  });
  // The page may have been painted after the answer that the cache holds.
  useEffect(() => {
    client.setQueryData(KEY, initial);
  }, [client, initial]);
  const wasRunning = useRef(isRunning(initial.run));
  const runs = isRunning(data.run);
  const end = useEffectEvent(() => {
    router.refresh();
    onEnd(data);
  });
  useEffect(() => {
    if (wasRunning.current && !runs) end();
    wasRunning.current = runs;
  }, [runs]);
  const noteRun = (run: TrainingRunDto) =>
    client.setQueryData<UnderstandingStatusDto>(KEY, (known) => (known ? { ...known, run } : known));
  return { status: data, noteRun };
}
