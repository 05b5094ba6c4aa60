"use client";

import { type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/shell/fetch-json";
import type { Page } from "@/lib/core/pagination";
import type { ConversationDto, InboxCountsDto } from "@/lib/service/conversations/schemas";
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { keys, type ListData, mergeMessages } from "./inbox-cache";
import { type ListRow, type ListScope, listInput } from "./views";

/** The stream keeps what is shown up to date; this is only for what was away for a while. */
const FRESH_MS = 60_000;

function fetchList(scope: ListScope, cursor: string | null, signal: AbortSignal) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(listInput(scope))) params.set(name, String(value));
  if (cursor) params.set("cursor", cursor);
  const path = params.has("q") ? "/api/v1/conversations/search" : "/api/v1/conversations";
  return fetchJson<Page<ListRow>>(`${path}?${params}`, signal);
}

export function useConversationList(scope: ListScope) {
  return useInfiniteQuery({
    queryKey: keys.list(scope),
    queryFn: ({ pageParam, signal }) => fetchList(scope, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: FRESH_MS,
  });
}

export function useCounts() {
  return useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }) => fetchJson<InboxCountsDto>("/api/v1/conversations/counts", signal),
    staleTime: FRESH_MS,
  });
}

/** The shop's saved views and one's own, in their order. */
export function useSavedViews() {
  return useQuery({
    queryKey: keys.views,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ data: InboxViewDto[] }>("/api/v1/inbox-views", signal)).data,
    staleTime: FRESH_MS,
  });
}

function conversationQuery(client: QueryClient, id: string) {
  return {
    queryKey: keys.one(id),
    // A live message may arrive while the answer is under way; it must not be lost to an older answer.
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<ConversationDto> => {
      const answer = await fetchJson<ConversationDto>(`/api/v1/conversations/${id}`, signal);
      const known = client.getQueryData<ConversationDto>(keys.one(id));
      return known ? { ...answer, messages: mergeMessages(known.messages, answer.messages) } : answer;
    },
    staleTime: FRESH_MS,
  };
}

export function useConversation(client: QueryClient, id: string | null) {
  return useQuery({ ...conversationQuery(client, id ?? ""), enabled: id !== null });
}

/** Fetched while the pointer or the focus rests on a row, so that opening it shows it at once. */
export function prefetchConversation(client: QueryClient, id: string): void {
  void client.prefetchQuery(conversationQuery(client, id));
}

export interface InitialInbox {
  scope: ListScope;
  list: Page<ListRow>;
  counts: InboxCountsDto;
  conversation: ConversationDto | null;
  views: InboxViewDto[];
}

/** Puts what the server painted into the cache, once, before the first drawing. */
export function seedCache(
  client: QueryClient,
  { scope, list, counts, conversation, views }: InitialInbox,
): void {
  client.setQueryData<ListData>(keys.list(scope), { pages: [list], pageParams: [null] });
  client.setQueryData(keys.counts, counts);
  client.setQueryData(keys.views, views);
  if (conversation) client.setQueryData(keys.one(conversation.id), conversation);
}
