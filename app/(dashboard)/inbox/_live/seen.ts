"use client";

import { useSyncExternalStore } from "react";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";

/** What this browser has looked at. Before its first visit nothing counts as missed. */
interface Seen {
  since: string;
  upTo: Record<string, string>;
}

const STORAGE_KEY = "zhanggui-inbox-seen";
const MAX_KEPT = 500;
const listeners = new Set<() => void>();
let cached: Seen | undefined;

function read(): Seen {
  if (cached) return cached;
  try {
    cached = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null") ?? undefined;
  } catch {
    // Unreadable or not allowed: begin anew.
  }
  cached ??= { since: new Date().toISOString(), upTo: {} };
  return cached;
}

function write(next: Seen): void {
  cached = next;
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // Storage is full or not allowed: the dots then last as long as the page.
  }
  for (const listener of [...listeners]) listener();
}

export function markSeen(conversation: Pick<ConversationSummaryDto, "id" | "lastMessage">): void {
  const seen = read();
  const { createdAt } = conversation.lastMessage;
  if ((seen.upTo[conversation.id] ?? "") >= createdAt && localStorage.getItem(STORAGE_KEY)) return;
  const newest = Object.entries({ ...seen.upTo, [conversation.id]: createdAt })
    .sort(([, one], [, other]) => other.localeCompare(one))
    .slice(0, MAX_KEPT);
  write({ ...seen, upTo: Object.fromEntries(newest) });
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== STORAGE_KEY) return;
    cached = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

/** Whether the customer has written since this browser last showed the conversation. */
export function useIsUnread(conversation: Pick<ConversationSummaryDto, "id" | "lastMessage">): boolean {
  const { author, createdAt } = conversation.lastMessage;
  return useSyncExternalStore(
    subscribe,
    () => {
      const seen = read();
      return author === "customer" && createdAt > (seen.upTo[conversation.id] ?? seen.since);
    },
    () => false,
  );
}
