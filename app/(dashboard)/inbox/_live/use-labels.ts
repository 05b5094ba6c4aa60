"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { fetchJson } from "@/components/shell/fetch-json";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import type { CountedLabelDto, LabelDto } from "@/lib/service/labels/schemas";
import { createLabel, labelConversation } from "../_actions";
import { applyConversation, applyState, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";

const LABELS = ["labels"] as const;
const FRESH_MS = 60_000;

/** The shop's labels, by name. */
export function useLabels() {
  return useQuery({
    queryKey: LABELS,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ data: CountedLabelDto[] }>("/api/v1/labels", signal)).data,
    staleTime: FRESH_MS,
  });
}

/** Labels a conversation: shown at once, taken back if the server refuses. */
export function useLabelActs() {
  const client = useQueryClient();
  const { me } = useInbox();
  const errors = useActErrors();

  return useMemo(() => {
    const toggle = async (conversation: ConversationSummaryDto, label: LabelDto) => {
      const { id, status, owner, assigneeId, labels } = conversation;
      const has = labels.some((each) => each.id === label.id);
      const show = (next: LabelDto[]) =>
        applyState(client, id, { status, owner, assigneeId, labels: next }, me.id);
      const next = has
        ? labels.filter((each) => each.id !== label.id)
        : [...labels, label].sort((one, other) => one.name.localeCompare(other.name));
      show(next);
      const change = has ? { remove: [label.id] } : { add: [label.id] };
      const result = await call(() => labelConversation({ id, ...change }));
      if (result.ok) {
        applyConversation(client, result.data, me.id);
        void client.invalidateQueries({ queryKey: keys.lists });
        return;
      }
      show(labels);
      void client.invalidateQueries({ queryKey: LABELS });
      errors.show(errors.word(result.error));
    };

    const create = async (conversation: ConversationSummaryDto, name: string) => {
      const made = await call(() => createLabel({ name }));
      void client.invalidateQueries({ queryKey: LABELS });
      if (made.ok) await toggle(conversation, made.data);
      else errors.show(errors.word(made.error));
    };
    return { toggle, create };
  }, [client, errors, me]);
}
