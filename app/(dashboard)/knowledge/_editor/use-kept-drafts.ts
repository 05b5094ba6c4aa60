"use client";

import { useEffect, useRef } from "react";
import type { ArticleLanguage } from "@/lib/data/knowledge/schemas";
import type { Draft } from "./draft";

/** What was typed and not saved, with the version it was typed over. */
export type Kept = Partial<Record<ArticleLanguage, { draft: Draft; version: number | null }>>;

const PAUSE_MS = 400;

/**
 * Keeps unsaved text in the tab's own storage, so that the back button, a reload or a session that ends loses nothing.
 * `onFound` gets what an earlier visit left.
 */
export function useKeptDrafts(key: string, unsaved: Kept, onFound: (kept: Kept) => void): void {
  const storageKey = `zhanggui-article:${key}`;
  const serialized = JSON.stringify(unsaved);
  const hasLooked = useRef(false);
  const hasChanged = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page opens
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    const kept = read(storageKey);
    if (kept) onFound(kept);
  }, []);
  useEffect(() => {
    if (serialized === "{}") {
      // At the first drawing nothing is unsaved yet, and what is kept is about to be found.
      if (hasChanged.current) sessionStorage.removeItem(storageKey);
      return;
    }
    hasChanged.current = true;
    const timer = setTimeout(() => write(storageKey, serialized), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [storageKey, serialized]);
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** A storage that is full or forbidden keeps nothing; the page works on. */
function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {}
}
