"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { inboxHref, type ListScope, readView, type View } from "./views";

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
  const scope = useMemo<ListScope>(() => ({ view, q }), [view, q]);

  const go = useCallback((href: string) => window.history.pushState(null, "", href), []);
  const open = useCallback((id: string) => go(inboxHref(scope, id)), [go, scope]);
  const close = useCallback(() => go(inboxHref(scope)), [go, scope]);
  const chooseView = useCallback((next: View) => go(inboxHref({ view: next, q: "" }, openId)), [go, openId]);
  const search = useCallback(
    // Each letter is not a place to go back to.
    (text: string) => window.history.replaceState(null, "", inboxHref({ view, q: text }, openId)),
    [openId, view],
  );
  return { scope, openId, open, close, chooseView, search };
}
