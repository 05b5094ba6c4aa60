"use client";

export type Mode = "reply" | "note";

const PREFIX = "zhanggui-draft";

function storageKey(conversationId: string, mode: Mode): string {
  return `${PREFIX}:${mode}:${conversationId}`;
}

/** What was being written, kept while the tab lives. */
export function readDraft(conversationId: string, mode: Mode): string {
  try {
    return sessionStorage.getItem(storageKey(conversationId, mode)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(conversationId: string, mode: Mode, text: string): void {
  try {
    if (text) sessionStorage.setItem(storageKey(conversationId, mode), text);
    else sessionStorage.removeItem(storageKey(conversationId, mode));
  } catch {
    // Not allowed in this browser: the text still stands in the field.
  }
}
