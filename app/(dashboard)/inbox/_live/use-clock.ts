"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useInbox } from "./inbox-context";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of [...listeners]) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in milliseconds, moving on every `stepMs`; the server's own time while the page wakes up. */
export function useClock(stepMs: 1_000 | 30_000): number {
  const { serverNow } = useInbox();
  const floor = useCallback((ms: number) => Math.floor(ms / stepMs) * stepMs, [stepMs]);
  return useSyncExternalStore(
    subscribe,
    () => floor(Date.now()),
    () => floor(Date.parse(serverNow)),
  );
}
