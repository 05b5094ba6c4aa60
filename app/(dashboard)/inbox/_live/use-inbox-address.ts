"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { inboxHref, isOrder, type ListScope, type Order, readView, type View } from "./views";

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
  const asked = params.get("order");
  const order = isOrder(asked) ? asked : "recent";
  const scope = useMemo<ListScope>(() => ({ view, q, order }), [view, q, order]);

  const go = useCallback((href: string) => window.history.pushState(null, "", href), []);
  const open = useCallback((id: string) => go(inboxHref(scope, id)), [go, scope]);
  const close = useCallback(() => go(inboxHref(scope)), [go, scope]);
  const chooseView = useCallback(
    (next: View) => go(inboxHref({ view: next, q: "", order }, openId)),
    [go, openId, order],
  );
  const sort = useCallback(
    (next: Order) => go(inboxHref({ view, q: "", order: next }, openId)),
    [go, openId, view],
  );
  const search = useCallback(
    // Each letter is not a place to go back to.
    (text: string) => window.history.replaceState(null, "", inboxHref({ view, q: text, order }, openId)),
    [openId, order, view],
  );
  return { scope, openId, open, close, chooseView, sort, search };
}
