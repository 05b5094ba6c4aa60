"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { fetchJson } from "@/components/shell/fetch-json";
import type { ConversationSummaryDto, MessageDto } from "@/lib/service/conversations/schemas";
import type {
  ChooseSuggestionInput,
  ReplySuggestionDto,
  ReplySuggestionsDto,
} from "@/lib/service/suggestions/schemas";
import { chooseSuggestion } from "../_actions";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";

const FRESH_MS = 30_000;

/**
 * Drafts for what the customer wrote last, while a person has the conversation and owes an answer. What becomes of them
 * is told to the server when it is known: put away at once, sent as it was or changed when the reply goes out.
 */
export function useReplySuggestions(
  conversation: ConversationSummaryDto | null,
  messages: readonly MessageDto[] | null,
) {
  const t = useTranslations("suggestions");
  const common = useTranslations("common");
  const client = useQueryClient();
  const { canWrite } = useInbox();
  const errors = useActErrors();
  const used = useRef<{ conversationId: string; draft: ReplySuggestionDto } | null>(null);
  const asked = canWrite && conversation ? lastAsked(conversation, messages ?? []) : null;
  const id = conversation?.id ?? "";
  const queryKey = ["conversations", "suggestions", id, asked];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      fetchJson<ReplySuggestionsDto>(`/api/v1/conversations/${id}/suggestions`, signal),
    enabled: asked !== null,
    staleTime: FRESH_MS,
  });

  const choose = async (key: string, choice: ChooseSuggestionInput["choice"]) => {
    const result = await call(() => chooseSuggestion({ conversationId: id, key, choice }));
    if (!result.ok) errors.show(errors.word(result.error));
    return result.ok;
  };
  const set = (data: ReplySuggestionDto[]) =>
    client.setQueryData<ReplySuggestionsDto>(queryKey, (known) => known && { ...known, data });
  const drafts = asked === null ? [] : (query.data?.data ?? []);

  return {
    drafts,
    isFailed: asked !== null && query.isError,
    retry: () => void query.refetch(),
    use: (draft: ReplySuggestionDto) => {
      used.current = { conversationId: id, draft };
    },
    reject: async (draft: ReplySuggestionDto) => {
      set(drafts.filter(({ key }) => key !== draft.key));
      if (!(await choose(draft.key, "rejected"))) return set(drafts);
      showUndoToast({
        message: t("rejected"),
        undoLabel: common("undo"),
        onUndo: () => {
          set(drafts);
          void choose(draft.key, null);
        },
      });
    },
    noteSent: (text: string) => {
      const last = used.current;
      used.current = null;
      if (last?.conversationId !== id) return;
      // A draft that was thrown away before another text was written was not used.
      const isAsItWas = text.trim() === last.draft.text.trim();
      if (isAsItWas || sharesWords(text, last.draft.text))
        void choose(last.draft.key, isAsItWas ? "accepted" : "edited");
    },
  };
}

/** The customer's message that waits for a person's word. */
function lastAsked(
  { owner, status }: ConversationSummaryDto,
  messages: readonly MessageDto[],
): string | null {
  if (owner !== "human" || status === "resolved") return null;
  const last = messages.findLast(({ author }) => author === "customer" || author === "agent");
  return last?.author === "customer" ? last.id : null;
}

/** Whether a part of the draft still stands in what was sent: a quarter of it in one piece is enough. */
function sharesWords(text: string, draft: string): boolean {
  const piece = Math.max(8, Math.floor(draft.length / 4));
  for (let at = 0; at + piece <= draft.length; at += piece)
    if (text.includes(draft.slice(at, at + piece))) return true;
  return false;
}
