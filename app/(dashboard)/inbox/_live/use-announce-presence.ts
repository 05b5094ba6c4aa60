"use client";

import { useEffect } from "react";
import { useInbox } from "./inbox-context";
import { HEARTBEAT_MS, type PresenceEvent } from "./presence";

/** What the open conversation's announcer does when somebody asks who is there. */
let answer: ((conversationId: string) => void) | null = null;

/** Somebody has just arrived: whoever looks at the same conversation says so now and not at the next beat. */
export function answerArrival(event: PresenceEvent): void {
  if (event.state === "arrived") answer?.(event.conversationId);
}

/** Says that the reader looks at a conversation, while its page is in sight. */
export function useAnnouncePresence(conversationId: string | null): void {
  const { canWrite } = useInbox();
  useEffect(() => {
    if (!conversationId || !canWrite) return;
    let beat: ReturnType<typeof setInterval> | undefined;
    const say = (state: PresenceEvent["state"]) => {
      // `keepalive`: the last word must outlive the page that says it.
      void fetch(`/api/v1/conversations/${conversationId}/presence`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ state }),
        keepalive: true,
      }).catch(() => {});
    };
    const arrive = () => {
      if (beat) return;
      say("arrived");
      beat = setInterval(() => say("here"), HEARTBEAT_MS);
    };
    const leave = () => {
      if (!beat) return;
      clearInterval(beat);
      beat = undefined;
      say("left");
    };
    const follow = () => (document.visibilityState === "visible" ? arrive() : leave());
    follow();
    answer = (asked) => {
      if (asked === conversationId && beat) say("here");
    };
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("pagehide", leave);
    return () => {
      answer = null;
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [conversationId, canWrite]);
}
