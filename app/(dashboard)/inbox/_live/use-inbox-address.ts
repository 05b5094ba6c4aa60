"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { inboxHref, type ListScope, readLabel, readView, type View } from "./views";

/**
 * Tab, search and the open conversation live in the address. Moving between them changes the address alone:
 * what is shown comes from the cache, without asking the server for a page.
 */
export function useInboxAddress() {
  const pathname = usePathname();
  const params = useSearchParams();
  const openId = pathname.split("/")[2] ?? null;
  const view = readView(params.get("view"));
  const q = params.get("q")?.trim().slice(0, 200) ?? "";
  const label = readLabel(params.get("label"));
  const scope = useMemo<ListScope>(() => ({ view, q, label }), [view, q, label]);

  const go = useCallback((href: string) => window.history.pushState(null, "", href), []);
  const open = useCallback(
    (id: string, messageId?: string) => go(inboxHref(scope, id, messageId)),
    [go, scope],
  );
  const close = useCallback(() => go(inboxHref(scope)), [go, scope]);
  const chooseView = useCallback(
    (next: View) => go(inboxHref({ view: next, q: "", label }, openId)),
    [go, label, openId],
  );
  const search = useCallback(
    // Each letter is not a place to go back to.
    (text: string) => window.history.replaceState(null, "", inboxHref({ view, q: text, label }, openId)),
    [label, openId, view],
  );
  const filter = useCallback(
    (next: string | undefined) => go(inboxHref({ view, q, label: next }, openId)),
    [go, openId, q, view],
  );
  return { scope, openId, open, close, chooseView, search, filter };
}
