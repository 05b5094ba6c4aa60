import type {
  ConversationHitDto,
  ConversationSummaryDto,
  InboxCountsDto,
  ListConversationsInput,
} from "@/lib/service/conversations/schemas";

export const VIEWS = ["needs_person", "mine", "bot", "snoozed", "resolved"] as const;
/** The tabs, and the list that a button of its own leads to. */
export type View = (typeof VIEWS)[number] | "mentions";

export const COUNT_OF: Record<View, keyof InboxCountsDto> = {
  needs_person: "needsPerson",
  mine: "mine",
  bot: "bot",
  snoozed: "snoozed",
  resolved: "resolved",
  mentions: "mentions",
};

const FILTERS: Record<View, ListConversationsInput> = {
  needs_person: { status: "open", owner: "human", assignee: "none" },
  mine: { status: "open", assignee: "me" },
  bot: { status: "open", owner: "bot" },
  snoozed: { status: "snoozed" },
  resolved: { status: "resolved" },
  mentions: { mentioned: "me" },
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
  /** Only what carries this label; its id. */
  label?: string | undefined;
}

export function readView(value: string | null | undefined): View {
  if (value === "mentions") return value;
  return VIEWS.find((view) => view === value) ?? "needs_person";
}

/** A label from the address; what cannot be an id filters nothing. */
export function readLabel(value: string | null | undefined): string | undefined {
  return value && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
}

/** A row of the list: what a search found carries its place. */
export type ListRow = ConversationSummaryDto & Partial<Pick<ConversationHitDto, "hit">>;

export function listInput({ view, q, order, label }: ListScope): ListConversationsInput {
  return {
    limit: LIST_LIMIT,
    ...(q ? { q } : { ...FILTERS[view], ...SORTED[order ?? "recent"] }),
    ...(label ? { label } : {}),
  };
}

const SORTED: Record<Order, ListConversationsInput> = {
  recent: {},
  due: { sort: "due" },
  lateOnly: { sort: "due", due: "late" },
};

/** Whether a conversation still stands in a tab; a search keeps what it found. */
export function isInScope(
  { view, q, label }: ListScope,
  conversation: Pick<ConversationSummaryDto, "status" | "owner" | "assigneeId" | "labels">,
  userId: string,
): boolean {
  if (label && !conversation.labels.some(({ id }) => id === label)) return false;
  if (q) return true;
  const { status, owner, assigneeId } = conversation;
  switch (view) {
    case "needs_person":
      return status === "open" && owner === "human" && assigneeId === null;
    case "mine":
      return status === "open" && assigneeId === userId;
    case "bot":
      return status === "open" && owner === "bot";
    // A mention stays one, whatever becomes of the conversation.
    case "mentions":
      return true;
    default:
      return status === view;
  }
}

/** Where a message stands in its thread. */
export function messageAnchor(messageId: string): string {
  return `message-${messageId}`;
}

export function inboxHref(
  { view, q, order, label }: ListScope,
  conversationId?: string | null,
  messageId?: string,
): string {
  const params = new URLSearchParams();
  if (view !== "needs_person") params.set("view", view);
  if (q) params.set("q", q);
  if (order && order !== "recent") params.set("order", order);
  if (label) params.set("label", label);
  const search = params.size > 0 ? `?${params}` : "";
  const place = messageId ? `#${messageAnchor(messageId)}` : "";
  return `/inbox${conversationId ? `/${conversationId}` : ""}${search}${place}`;
}
