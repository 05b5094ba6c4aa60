import type {
  ConversationSummaryDto,
  InboxCountsDto,
  ListConversationsInput,
} from "@/lib/service/conversations/schemas";

export const VIEWS = ["needs_person", "mine", "bot", "snoozed", "resolved"] as const;
export type View = (typeof VIEWS)[number];

export const COUNT_OF: Record<View, keyof InboxCountsDto> = {
  needs_person: "needsPerson",
  mine: "mine",
  bot: "bot",
  snoozed: "snoozed",
  resolved: "resolved",
};

const FILTERS: Record<View, ListConversationsInput> = {
  needs_person: { status: "open", owner: "human", assignee: "none" },
  mine: { status: "open", assignee: "me" },
  bot: { status: "open", owner: "bot" },
  snoozed: { status: "snoozed" },
  resolved: { status: "resolved" },
};

/** How a tab is sorted; `lateOnly` leaves out what is still in time. */
export const ORDERS = ["recent", "due", "lateOnly"] as const;
export type Order = (typeof ORDERS)[number];

export function isOrder(value: string | null | undefined): value is Order {
  return ORDERS.some((order) => order === value);
}

export const LIST_LIMIT = 30;

/** What the list shows: a tab, or, while something is searched for, everything that contains it. */
export interface ListScope {
  view: View;
  q: string;
  order?: Order;
}

export function readView(value: string | null | undefined): View {
  return VIEWS.find((view) => view === value) ?? "needs_person";
}

export function listInput({ view, q, order }: ListScope): ListConversationsInput {
  return { limit: LIST_LIMIT, ...(q ? { q } : { ...FILTERS[view], ...SORTED[order ?? "recent"] }) };
}

const SORTED: Record<Order, ListConversationsInput> = {
  recent: {},
  due: { sort: "due" },
  lateOnly: { sort: "due", due: "late" },
};

/** Whether a conversation still stands in a tab; a search keeps what it found. */
export function isInScope(
  { view, q }: ListScope,
  conversation: Pick<ConversationSummaryDto, "status" | "owner" | "assigneeId">,
  userId: string,
): boolean {
  if (q) return true;
  const { status, owner, assigneeId } = conversation;
  switch (view) {
    case "needs_person":
      return status === "open" && owner === "human" && assigneeId === null;
    case "mine":
      return status === "open" && assigneeId === userId;
    case "bot":
      return status === "open" && owner === "bot";
    default:
      return status === view;
  }
}

export function inboxHref({ view, q, order }: ListScope, conversationId?: string | null): string {
  const params = new URLSearchParams();
  if (view !== "needs_person") params.set("view", view);
  if (q) params.set("q", q);
  if (order && order !== "recent") params.set("order", order);
  const search = params.size > 0 ? `?${params}` : "";
  return `/inbox${conversationId ? `/${conversationId}` : ""}${search}`;
}
