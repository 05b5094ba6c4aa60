"use client";

import { useRef } from "react";
import type { MessageDto } from "@/lib/service/conversations/schemas";

/**
 * Notices that a colleague has answered since this reply was begun. A reply begins with its first letter; one that was
 * left as a draft, with the opening of the conversation.
 */
export function useCollision(messages: readonly MessageDto[] | null, ownName: string) {
  const theirs = (messages ?? []).filter(
    ({ author, authorName }) => author === "agent" && authorName !== ownName,
  );
  const known = useRef<number | null>(null);
  const isBegun = useRef(false);
  if (known.current === null && messages) known.current = theirs.length;

  return {
    /** The reply's text has changed. */
    begin: () => {
      if (isBegun.current) return;
      isBegun.current = true;
      known.current = theirs.length;
    },
    /** The last of the answers that the writer may not have seen; null where there is none. */
    found: () => theirs.slice(known.current ?? theirs.length).at(-1) ?? null,
    /** Sent, or read: what comes after this is new again. */
    end: () => {
      isBegun.current = false;
      known.current = theirs.length;
    },
  };
}
