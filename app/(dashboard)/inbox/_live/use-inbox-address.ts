"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { inboxHref, isOrder, type ListScope, type Order, readLabel, readView, type View } from "./views";

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
  const label = readLabel(params.get("label"));
  const scope = useMemo<ListScope>(() => ({ view, q, order, label }), [view, q, order, label]);

  const go = useCallback((href: string) => window.history.pushState(null, "", href), []);
  const open = useCallback(
    (id: string, messageId?: string) => go(inboxHref(scope, id, messageId)),
    [go, scope],
  );
  const close = useCallback(() => go(inboxHref(scope)), [go, scope]);
  const chooseView = useCallback(
    (next: View) => go(inboxHref({ view: next, q: "", order, label }, openId)),
    [go, label, openId, order],
  );
  const sort = useCallback(
    (next: Order) => go(inboxHref({ view, q: "", order: next, label }, openId)),
    [go, label, openId, view],
  );
  const search = useCallback(
    // Each letter is not a place to go back to.
    (text: string) =>
      window.history.replaceState(null, "", inboxHref({ view, q: text, order, label }, openId)),
    [label, openId, order, view],
  );
  const filter = useCallback(
    (next: string | undefined) => go(inboxHref({ view, q, order, label: next }, openId)),
    [go, openId, order, q, view],
  );
  return { scope, openId, open, close, chooseView, sort, search, filter };
}
