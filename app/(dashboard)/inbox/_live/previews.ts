"use client";

import { useSyncExternalStore } from "react";

/** A browser that was closed without a word leaves nothing behind for longer. */
const EXPIRES_MS = 60_000;
const listeners = new Set<() => void>();
const previews = new Map<string, string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** What a customer is writing, as it stands in their field now; empty when it was sent, deleted or left. */
export function notePreview({ conversationId, text }: { conversationId: string; text: string }): void {
  clearTimeout(timers.get(conversationId));
  timers.delete(conversationId);
  if (text.trim() === "") previews.delete(conversationId);
  else {
    previews.set(conversationId, text);
    timers.set(
      conversationId,
      setTimeout(() => clearPreview(conversationId), EXPIRES_MS),
    );
  }
  for (const listener of [...listeners]) listener();
}

export function clearPreview(conversationId: string): void {
  if (previews.has(conversationId)) notePreview({ conversationId, text: "" });
}

export function usePreview(conversationId: string): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => previews.get(conversationId) ?? null,
    () => null,
  );
}
