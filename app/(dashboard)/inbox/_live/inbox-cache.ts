import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Page } from "@/lib/core/pagination";
import type {
  ConversationDto,
  ConversationSummaryDto,
  MessageDto,
} from "@/lib/service/conversations/schemas";
import { isInScope, type ListRow, type ListScope } from "./views";

export type ListData = InfiniteData<Page<ListRow>, unknown>;

/** All start with "conversations": the sidebar's count shares the second one. */
export const keys = {
  all: ["conversations"] as const,
  counts: ["conversations", "counts"] as const,
  lists: ["conversations", "list"] as const,
  views: ["conversations", "views"] as const,
  list: (scope: ListScope) => ["conversations", "list", listed(scope)] as const,
  one: (id: string) => ["conversations", "one", id] as const,
};

/** A search finds the same from wherever it is asked; a view's count and name change nothing of its rows. */
function listed({ view, saved, order = "recent", ...scope }: ListScope): ListScope {
  const narrowed = JSON.parse(JSON.stringify(scope)) as Omit<ListScope, "view">;
  if (scope.q) return { ...narrowed, view: "needs_person" };
  return {
    ...narrowed,
    view,
    order,
    ...(saved ? { saved: { ...saved, name: "", count: 0, updatedAt: "" } } : {}),
  };
}

type State = Pick<ConversationSummaryDto, "status" | "owner" | "assigneeId">;

/** Messages in order, each once; the newer copy of one that is there already wins. */
export function mergeMessages(known: readonly MessageDto[], more: readonly MessageDto[]): MessageDto[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of more) byId.set(message.id, message);
  return [...byId.values()].sort(
    (one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id),
  );
}

/** The list's preview shows what people said, as the server keeps it: not the bot, notes or activities. */
function withMessage<Summary extends ConversationSummaryDto>(summary: Summary, message: MessageDto): Summary {
  const isSpoken = message.author === "customer" || message.author === "agent";
  if (!isSpoken || message.createdAt < summary.lastMessage.createdAt) return summary;
  const preview = message.text.replace(/\s+/g, " ").trim().slice(0, 140);
  const { correction } = message;
  const understood =
    message.author === "customer"
      ? {
          intent: correction?.intent ?? message.intent,
          confidence: correction ? null : message.confidence,
          sentiment: message.sentiment,
        }
      : {};
  return {
    ...summary,
    ...understood,
    lastMessage: { author: message.author, preview, createdAt: message.createdAt },
  };
}

function newestFirst(one: ConversationSummaryDto, other: ConversationSummaryDto): number {
  return (
    other.lastMessage.createdAt.localeCompare(one.lastMessage.createdAt) || other.id.localeCompare(one.id)
  );
}

const NEVER = "9999";

/** As the server sorts: what is due first, then what is not. */
function dueFirst(one: ConversationSummaryDto, other: ConversationSummaryDto): number {
  const at = ({ due }: ConversationSummaryDto) => due?.at ?? NEVER;
  return at(one).localeCompare(at(other)) || one.id.localeCompare(other.id);
}

export function inOrder({ order }: ListScope) {
  return order === "due" || order === "lateOnly" ? dueFirst : newestFirst;
}

/** Keeps the pages' sizes and cursors while rows change place among what is loaded. */
function mapRows(data: ListData, change: (rows: ListRow[]) => ListRow[]): ListData {
  const rows = change(data.pages.flatMap((page) => page.data));
  let start = 0;
  const pages = data.pages.map((page, index) => {
    const end = index === data.pages.length - 1 ? rows.length : start + page.data.length;
    const slice = { ...page, data: rows.slice(start, end) };
    start = end;
    return slice;
  });
  return { ...data, pages };
}

function patchLists(
  client: QueryClient,
  id: string,
  change: (row: ListRow, scope: ListScope) => ListRow | null,
): void {
  for (const [key, data] of client.getQueriesData<ListData>({ queryKey: keys.lists })) {
    if (!data?.pages.some((page) => page.data.some((row) => row.id === id))) continue;
    const scope = key[2] as ListScope;
    const next = mapRows(data, (rows) =>
      rows.flatMap((row) => (row.id === id ? (change(row, scope) ?? []) : row)).sort(inOrder(scope)),
    );
    client.setQueryData(key, next);
  }
}

/** @returns false when no list that is loaded holds the conversation. */
export function isListed(client: QueryClient, id: string): boolean {
  return client
    .getQueriesData<ListData>({ queryKey: keys.lists, type: "active" })
    .some(([, data]) => data?.pages.some((page) => page.data.some((row) => row.id === id)));
}

export function applyMessage(client: QueryClient, id: string, message: MessageDto): void {
  client.setQueryData<ConversationDto>(keys.one(id), (known) =>
    known
      ? { ...withMessage(known, message), messages: mergeMessages(known.messages, [message]) }
      : undefined,
  );
  patchLists(client, id, (row) => withMessage(row, message));
}

/** A change that is known before the server's whole answer: an event, or an act of this person. */
export function applyState(
  client: QueryClient,
  id: string,
  change: Partial<ConversationSummaryDto> & State,
  userId: string,
): void {
  const patch = <Summary extends ConversationSummaryDto>(summary: Summary): Summary => ({
    ...summary,
    ...change,
    ...(change.assigneeId === null ? { assigneeName: null } : {}),
    ...(change.assigneeId !== null || change.owner === "bot" || change.status !== "open"
      ? { waitingSince: null }
      : {}),
    ...(change.owner === "bot" || change.status !== "open" ? { due: null } : {}),
  });
  client.setQueryData<ConversationDto>(keys.one(id), (known) => (known ? patch(known) : undefined));
  patchLists(client, id, (row, scope) => {
    const next = patch(row);
    return isInScope(scope, next, userId) ? next : null;
  });
}

/** The server's whole answer to an act. */
export function applyConversation(client: QueryClient, conversation: ConversationDto, userId: string): void {
  const { messages, scheduled, handoff, ...summary } = conversation;
  client.setQueryData<ConversationDto>(keys.one(conversation.id), (known) => ({
    ...summary,
    scheduled,
    handoff,
    messages: mergeMessages(known?.messages ?? [], messages),
  }));
  patchLists(client, conversation.id, (row, scope) =>
    isInScope(scope, summary, userId) ? { ...row, ...summary } : null,
  );
}
