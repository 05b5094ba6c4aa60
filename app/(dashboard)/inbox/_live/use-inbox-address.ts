"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { inboxHref, type ListScope, type Narrowing, narrowingOf, readScope, toTab, type View } from "./views";

/**
 * Tab, search and the open conversation live in the address. Moving between them changes the address alone:
 * what is shown comes from the cache, without asking the server for a page.
 */
export function useInboxAddress(views: readonly InboxViewDto[]) {
  const pathname = usePathname();
  const params = useSearchParams();
  const openId = pathname.split("/")[2] ?? null;
  const scope = useMemo<ListScope>(() => readScope(Object.fromEntries(params), views), [params, views]);

  const go = useCallback((href: string) => window.history.pushState(null, "", href), []);
  const open = useCallback(
    (id: string, messageId?: string) => go(inboxHref(scope, id, messageId)),
    [go, scope],
  );
  const close = useCallback(() => go(inboxHref(scope)), [go, scope]);
  const chooseView = useCallback(
    (view: View) => go(inboxHref(toTab(scope, view), openId)),
    [go, openId, scope],
  );
  const chooseSaved = useCallback(
    (saved: InboxViewDto) =>
      go(inboxHref({ view: "needs_person", q: "", saved, ...narrowingOf(saved.filters) }, openId)),
    [go, openId],
  );
  const narrow = useCallback(
    (change: Narrowing) => go(inboxHref({ ...scope, ...change }, openId)),
    [go, openId, scope],
  );
  const search = useCallback(
    // Each letter is not a place to go back to.
    (q: string) => window.history.replaceState(null, "", inboxHref({ ...scope, q }, openId)),
    [openId, scope],
  );
  return { scope, openId, open, close, chooseView, chooseSaved, narrow, search };
}
