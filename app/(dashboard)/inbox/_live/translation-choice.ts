"use client";

import { useSyncExternalStore } from "react";

const PREFIX = "zhanggui-translate:";
const listeners = new Set<() => void>();
/** What was chosen in this page, should the browser keep nothing. */
const chosen = new Map<string, boolean>();

function read(conversationId: string): boolean {
  const known = chosen.get(conversationId);
  if (known !== undefined) return known;
  try {
    return localStorage.getItem(PREFIX + conversationId) === "1";
  } catch {
    return false;
  }
}

/** Remembers, for one conversation in this browser, whether its messages are shown translated too. */
export function chooseTranslation(conversationId: string, isOn: boolean): void {
  chosen.set(conversationId, isOn);
  try {
    if (isOn) localStorage.setItem(PREFIX + conversationId, "1");
    else localStorage.removeItem(PREFIX + conversationId);
  } catch {
    // Not allowed in this browser: the choice lasts as long as the page.
  }
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTranslationChoice(conversationId: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => read(conversationId),
    () => false,
  );
}
