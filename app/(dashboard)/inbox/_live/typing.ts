"use client";

import { useSyncExternalStore } from "react";

export interface Typing {
  author: "customer" | "agent";
  name: string;
}

/** Whoever stops without a word (a closed browser) is taken to have stopped. */
const EXPIRES_MS = 6_000;
const listeners = new Set<() => void>();
const typing = new Map<string, Typing>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

function announce(): void {
  for (const listener of [...listeners]) listener();
}

export function clearTyping(conversationId: string): void {
  clearTimeout(timers.get(conversationId));
  if (typing.delete(conversationId)) announce();
}

export function noteTyping(
  event: Typing & { conversationId: string; isTyping: boolean },
  ownName: string,
): void {
  if (event.author === "agent" && event.name === ownName) return;
  if (!event.isTyping) {
    clearTyping(event.conversationId);
    return;
  }
  clearTimeout(timers.get(event.conversationId));
  timers.set(
    event.conversationId,
    setTimeout(() => clearTyping(event.conversationId), EXPIRES_MS),
  );
  typing.set(event.conversationId, { author: event.author, name: event.name });
  announce();
}

export function useTyping(conversationId: string): Typing | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => typing.get(conversationId) ?? null,
    () => null,
  );
}
