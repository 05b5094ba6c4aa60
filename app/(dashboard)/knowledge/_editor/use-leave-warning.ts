"use client";

import { useEffect, useState } from "react";

/**
 * Asks before unsaved text is left: the browser asks at a reload and a closed tab, the page where a link leads away.
 * @returns the address that somebody wanted to go to.
 */
export function useLeaveWarning(isUnsaved: boolean) {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = leadsAway(event);
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(href);
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [isUnsaved]);
  return { wanted, stay: () => setWanted(null) };
}

/** The address of a link of the dashboard, if this click would open it here. */
function leadsAway(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self")) return null;
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== location.origin || (pathname === location.pathname && search === location.search))
    return null;
  return pathname + search;
}
