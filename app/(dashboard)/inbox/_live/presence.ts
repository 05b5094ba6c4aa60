"use client";

import { useSyncExternalStore } from "react";

export interface Viewer {
  userId: string;
  name: string;
}

export interface PresenceEvent extends Viewer {
  conversationId: string;
  /** `arrived` asks those who are there to say so at once. */
  state: "arrived" | "here" | "left";
}

/** Said again every ten seconds: whoever was not heard for two and a half times as long has gone. */
export const HEARTBEAT_MS = 10_000;
export const EXPIRES_MS = 25_000;

const NOBODY: readonly Viewer[] = [];

/** Who looks at which conversation, as far as this browser has heard. */
export class PresenceBoard {
  private readonly listeners = new Set<() => void>();
  private readonly viewers = new Map<string, readonly Viewer[]>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  note({ conversationId, userId, name, state }: PresenceEvent): void {
    const key = `${conversationId} ${userId}`;
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const others = this.of(conversationId).filter((viewer) => viewer.userId !== userId);
    if (state === "left") {
      this.set(conversationId, others);
      return;
    }
    const leave = () => this.note({ conversationId, userId, name, state: "left" });
    this.timers.set(key, setTimeout(leave, EXPIRES_MS));
    const isKnown = others.length < this.of(conversationId).length;
    if (!isKnown) this.set(conversationId, [...others, { userId, name }]);
  }

  of(conversationId: string): readonly Viewer[] {
    return this.viewers.get(conversationId) ?? NOBODY;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(conversationId: string, viewers: readonly Viewer[]): void {
    if (viewers.length === this.of(conversationId).length) return;
    if (viewers.length > 0) this.viewers.set(conversationId, viewers);
    else this.viewers.delete(conversationId);
    for (const listener of [...this.listeners]) listener();
  }
}

export const presence = new PresenceBoard();

/** Colleagues who look at a conversation now; never the reader. */
export function useViewers(conversationId: string): readonly Viewer[] {
  return useSyncExternalStore(
    presence.subscribe,
    () => presence.of(conversationId),
    () => NOBODY,
  );
}
