"use client";

import { useSyncExternalStore } from "react";
import { newId } from "@/lib/core/ids";
import type { AttachmentDto } from "@/lib/platform/attachments/schemas";
import type { MessageDto, SendMessageInput } from "@/lib/service/conversations/schemas";
import type { Mode } from "./drafts";

/** A message on its way, shown in the thread until the server's own copy stands there. */
export interface Outgoing {
  clientMessageId: string;
  conversationId: string;
  mode: Mode;
  text: string;
  files?: AttachmentDto[];
  /** What the agent wrote, where `text` is its translation. */
  original?: Original | undefined;
  createdAt: string;
  state: "sending" | "failed";
  error?: { cause: string; remedy: string; requestId: string };
  /** Notes carry no sender's id: one with the same words that was not there before is this one. */
  knownIds: string[];
}

export type Original = NonNullable<SendMessageInput["original"]>;

const STORAGE_KEY = "zhanggui-outbox";
const NONE: readonly Outgoing[] = [];
const listeners = new Set<() => void>();
let cached: readonly Outgoing[] | undefined;

function read(): readonly Outgoing[] {
  if (cached) return cached;
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "[]") as Outgoing[];
    // What was under way when the page went may or may not have arrived: the same id can be sent again safely.
    cached = stored.map((outgoing) => ({ ...outgoing, state: "failed" }));
  } catch {
    cached = NONE;
  }
  return cached;
}

function write(next: readonly Outgoing[]): void {
  cached = next;
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // Not allowed in this browser: the messages then last as long as the page.
  }
  for (const listener of [...listeners]) listener();
}

export function addOutgoing(input: {
  conversationId: string;
  mode: Mode;
  text: string;
  files: AttachmentDto[];
  original?: Original | undefined;
  messages: readonly MessageDto[];
}): Outgoing {
  const { messages, ...rest } = input;
  const outgoing: Outgoing = {
    ...rest,
    clientMessageId: newId(),
    createdAt: new Date().toISOString(),
    state: "sending",
    knownIds: messages.filter((message) => message.author === "note").map((message) => message.id),
  };
  write([...read(), outgoing]);
  return outgoing;
}

export function changeOutgoing(clientMessageId: string, change: Partial<Outgoing>): void {
  write(
    read().map((outgoing) =>
      outgoing.clientMessageId === clientMessageId ? { ...outgoing, ...change } : outgoing,
    ),
  );
}

export function removeOutgoing(clientMessageId: string): void {
  write(read().filter((outgoing) => outgoing.clientMessageId !== clientMessageId));
}

/** Whether the server's copy of it has arrived. */
export function isDelivered(outgoing: Outgoing, messages: readonly MessageDto[]): boolean {
  return messages.some((message) =>
    outgoing.mode === "reply"
      ? message.clientMessageId === outgoing.clientMessageId
      : message.author === "note" &&
        message.text === outgoing.text &&
        !outgoing.knownIds.includes(message.id),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOutbox(): readonly Outgoing[] {
  return useSyncExternalStore(subscribe, read, () => NONE);
}
