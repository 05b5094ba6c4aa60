"use client";

import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ConversationSummaryDto, MessageDto } from "@/lib/service/conversations/schemas";
import { applyMessage, applyState, isListed, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { type PresenceEvent, presence } from "./presence";
import { clearPreview, notePreview } from "./previews";
import { clearTyping, noteTyping } from "./typing";
import { answerArrival } from "./use-announce-presence";

export type Connection = "opening" | "live" | "offline" | "signed-out";

/** What arrives within so many milliseconds of something is drawn together. */
const GATHER_MS = 150;
/** A list that never rests is read ever less often: nobody could follow it, and it costs shop and browser dear. */
const REFRESH_EVERY_MS = [700, 1_400, 2_800, 5_000];
const RECONNECT_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Short breaks heal by themselves; nobody needs to be told. */
const SAY_OFFLINE_AFTER_MS = 3_000;

/**
 * One stream feeds list, thread and counts. What an event says is shown at once; what it leaves out (reasons, names,
 * new conversations) is read from the API, at most once per moment however much happens.
 * @param after the stream position that the first paint is up to date with.
 */
export function useLiveInbox(after: number): Connection {
  const client = useQueryClient();
  const { me, members } = useInbox();
  const [connection, setConnection] = useState<Connection>("opening");
  const [start] = useState(after);

  useEffect(() => {
    const refresh = throttledRefresh(client);
    const draw = gatherDrawing();
    let source: EventSource | undefined;
    let lastId = start;
    let failures = 0;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let offlineTimer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    const heard = (event: MessageEvent) => {
      if (event.lastEventId) lastId = Number(event.lastEventId);
      return JSON.parse(event.data);
    };
    const connect = () => {
      source = new EventSource(`/api/v1/conversations/stream?after=${lastId}`);
      source.addEventListener("open", () => {
        clearTimeout(offlineTimer);
        offlineTimer = undefined;
        if (failures > 0) refresh.all();
        failures = 0;
        setConnection("live");
      });
      source.addEventListener("message", (event) => {
        const { conversationId, message } = heard(event) as { conversationId: string; message: MessageDto };
        draw.soon(() => {
          applyMessage(client, conversationId, message);
          if (message.author !== "note" && message.author !== "activity") clearTyping(conversationId);
          if (message.author === "customer") clearPreview(conversationId);
          const namesMe = message.mentions.some(({ id }) => id === me.id);
          if (namesMe || !isListed(client, conversationId)) refresh.lists(conversationId);
        });
      });
      source.addEventListener("conversation", (event) => {
        const { conversationId, status, owner, assigneeId } = heard(event) as {
          conversationId: string;
        } & Pick<ConversationSummaryDto, "status" | "owner" | "assigneeId">;
        const assignee = members.find((member) => member.id === assigneeId);
        const named = assignee ? { assigneeName: assignee.name } : {};
        draw.soon(() => {
          applyState(client, conversationId, { status, owner, assigneeId, ...named }, me.id);
          refresh.lists(conversationId);
        });
      });
      source.addEventListener("typing", (event) => {
        const typing = heard(event);
        draw.soon(() => noteTyping(typing, me.name));
      });
      source.addEventListener("preview", (event) => {
        const preview = heard(event);
        draw.soon(() => notePreview(preview));
      });
      source.addEventListener("presence", (event) => {
        const seen = heard(event) as PresenceEvent;
        if (seen.userId === me.id) return;
        presence.note(seen);
        answerArrival(seen);
      });
      source.addEventListener("reset", () => refresh.all());
      source.addEventListener("error", () => {
        offlineTimer ??= setTimeout(() => setConnection("offline"), SAY_OFFLINE_AFTER_MS);
        // The browser reconnects by itself after a break, but not after an answer that is not a stream.
        if (source?.readyState !== EventSource.CLOSED || isOver) return;
        void isSignedOut().then((signedOut) => {
          if (isOver) return;
          if (signedOut) return setConnection("signed-out");
          retryTimer = setTimeout(connect, RECONNECT_MS[Math.min(failures, RECONNECT_MS.length - 1)]);
          failures += 1;
        });
      });
    };
    connect();
    return () => {
      isOver = true;
      source?.close();
      refresh.stop();
      draw.stop();
      clearTimeout(retryTimer);
      clearTimeout(offlineTimer);
    };
  }, [client, me, members, start]);

  return connection;
}

/** Draws the first news at once, and that of the next moment together after it, in its order. */
function gatherDrawing() {
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drawWaiting = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const all = waiting;
    waiting = [];
    timer = setTimeout(drawWaiting, GATHER_MS);
    notifyManager.batch(() => {
      for (const drawOne of all) drawOne();
    });
  };
  return {
    soon(drawOne: () => void) {
      waiting.push(drawOne);
      if (!timer) drawWaiting();
    },
    stop: () => clearTimeout(timer),
  };
}

/** The first wish is granted at once, those of the next moments together after it. */
function throttledRefresh(client: QueryClient) {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (timesInRow: number) => {
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.counts });
    for (const id of changed) void client.invalidateQueries({ queryKey: keys.one(id) });
    changed.clear();
    const pauseMs = REFRESH_EVERY_MS[Math.min(timesInRow, REFRESH_EVERY_MS.length - 1)];
    timer = setTimeout(() => {
      timer = undefined;
      if (changed.size > 0) run(timesInRow + 1);
    }, pauseMs);
  };
  return {
    lists(conversationId: string) {
      changed.add(conversationId);
      if (!timer) run(0);
    },
    all: () => void client.invalidateQueries({ queryKey: keys.all }),
    stop: () => clearTimeout(timer),
  };
}

async function isSignedOut(): Promise<boolean> {
  try {
    return (await fetch("/api/v1/conversations/counts")).status === 401;
  } catch {
    return false;
  }
}
