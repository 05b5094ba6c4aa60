"use client";

import { useCallback, useEffect, useRef } from "react";
import { typing } from "../_actions";
import { call } from "./use-act-errors";

const AT_MOST_EVERY_MS = 2_000;
const STOPS_AFTER_MS = 4_000;

/** Tells the customer and colleagues that a reply is being written: every two seconds at most, and when it stops. */
export function useAnnounceTyping(conversationId: string) {
  const lastAt = useRef(0);
  const stopTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stop = useCallback(() => {
    clearTimeout(stopTimer.current);
    if (lastAt.current === 0) return;
    lastAt.current = 0;
    void call(() => typing({ id: conversationId, isTyping: false }));
  }, [conversationId]);

  const write = useCallback(() => {
    clearTimeout(stopTimer.current);
    stopTimer.current = setTimeout(stop, STOPS_AFTER_MS);
    if (Date.now() - lastAt.current < AT_MOST_EVERY_MS) return;
    lastAt.current = Date.now();
    void call(() => typing({ id: conversationId, isTyping: true }));
  }, [conversationId, stop]);

  useEffect(() => stop, [stop]);
  return { write, stop };
}
