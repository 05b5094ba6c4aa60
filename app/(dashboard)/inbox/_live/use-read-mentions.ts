"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ConversationDto } from "@/lib/service/conversations/schemas";
import { readMentions } from "../_actions";
import { applyState, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call } from "./use-act-errors";

/** What stands open before somebody's eyes has been seen: the notes that name them too. */
export function useReadMentions(conversation: ConversationDto | null): void {
  const client = useQueryClient();
  const { me } = useInbox();
  const id = conversation?.hasUnreadMention ? conversation.id : null;
  useEffect(() => {
    if (!id) return;
    const read = async () => {
      if (document.visibilityState !== "visible") return;
      const result = await call(() => readMentions({ id }));
      const known = client.getQueryData<ConversationDto>(keys.one(id));
      // One that fails is tried again when the conversation is opened again.
      if (!result.ok || !known) return;
      const { status, owner, assigneeId } = known;
      applyState(client, id, { status, owner, assigneeId, hasUnreadMention: false }, me.id);
      void client.invalidateQueries({ queryKey: keys.counts });
    };
    void read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [client, id, me.id]);
}
