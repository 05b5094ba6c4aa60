"use client";

import { usePathname } from "next/navigation";
import { type RefObject, useEffect } from "react";

const MARKED_MS = 4_000;

/** Brings the message that the address names into sight, and marks it for a moment: a search or a mention led here. */
export function useShowFound(scroller: RefObject<HTMLElement | null>, isThere: boolean): void {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each conversation that is opened is looked at once
  useEffect(() => {
    const anchor = window.location.hash.slice(1);
    if (!isThere || !anchor.startsWith("message-")) return;
    const message = document.getElementById(anchor);
    if (!message || !scroller.current?.contains(message)) return;
    message.scrollIntoView({ block: "center" });
    message.dataset.found = "";
    const timer = setTimeout(() => delete message.dataset.found, MARKED_MS);
    return () => {
      clearTimeout(timer);
      delete message.dataset.found;
    };
  }, [isThere, pathname, scroller]);
}
