"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { AttachmentDto } from "@/lib/platform/attachments/schemas";
import type { ConversationDto } from "@/lib/service/conversations/schemas";
import { note, reply } from "../_actions";
import type { Mode } from "./drafts";
import { applyMessage, applyState, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { findMentioned } from "./mentioned";
import { addOutgoing, changeOutgoing, type Original, type Outgoing, removeOutgoing } from "./outbox";
import { call, useActErrors } from "./use-act-errors";

/** Sends replies and notes: shown at once, kept with a way to try again when they fail. */
export function useSend() {
  const client = useQueryClient();
  const { me, members } = useInbox();
  const errors = useActErrors();

  const deliver = useCallback(
    async (outgoing: Outgoing) => {
      const { conversationId: id, text, original, clientMessageId } = outgoing;
      const attachmentIds = (outgoing.files ?? []).map((file) => file.id);
      changeOutgoing(clientMessageId, { state: "sending", error: undefined });
      if (outgoing.mode === "note") {
        const result = await call(() => note({ id, text, mentions: findMentioned(text, members) }));
        if (result.ok) {
          applyMessage(client, id, result.data);
          removeOutgoing(clientMessageId);
        } else changeOutgoing(clientMessageId, { state: "failed", error: errors.word(result.error) });
        return;
      }
      const result = await call(() => reply({ id, text, clientMessageId, attachmentIds, original }));
      if (!result.ok) {
        changeOutgoing(clientMessageId, { state: "failed", error: errors.word(result.error) });
        void client.invalidateQueries({ queryKey: keys.one(id) });
        return;
      }
      const known = client.getQueryData<ConversationDto>(keys.one(id));
      applyMessage(client, id, result.data.message);
      const { status, owner } = result.data.conversation;
      // Whoever answers first a conversation that nobody has, has it.
      const assignee = known?.assigneeId
        ? { assigneeId: known.assigneeId }
        : { assigneeId: me.id, assigneeName: me.name };
      applyState(client, id, { status, owner, ...assignee }, me.id);
      removeOutgoing(clientMessageId);
    },
    [client, errors, me, members],
  );

  const send = useCallback(
    (conversationId: string, mode: Mode, text: string, files: AttachmentDto[], original?: Original) => {
      const messages = client.getQueryData<ConversationDto>(keys.one(conversationId))?.messages ?? [];
      void deliver(addOutgoing({ conversationId, mode, text, files, original, messages }));
    },
    [client, deliver],
  );

  return { send, retry: deliver };
}
