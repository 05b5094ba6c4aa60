import {
  CHANNELS,
  type Channel,
  type ConversationHitDto,
  type ConversationSummaryDto,
  type InboxCountsDto,
  type ListConversationsInput,
} from "@/lib/service/conversations/schemas";
import type { InboxViewDto, ViewFilters } from "@/lib/service/inbox-views/schemas";

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
  channel?: Channel | undefined;
  language?: Language | undefined;
  lastFrom?: LastFrom | undefined;
  /** A saved view, in the tab's place. What stands beside it narrows instead of what it says. */
  saved?: InboxViewDto | undefined;
}

export const LANGUAGES = ["zh", "en", "es"] as const;
type Language = (typeof LANGUAGES)[number];
export const LAST_FROM = ["customer", "agent"] as const;
type LastFrom = (typeof LAST_FROM)[number];
/** What narrows a list beside its tab. */
export type Narrowing = Pick<ListScope, "order" | "label" | "channel" | "language" | "lastFrom">;

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

export function listInput(scope: ListScope): ListConversationsInput {
  return { limit: LIST_LIMIT, ...filtersOf(scope) };
}

/** What the list shows, as the server filters and as a view keeps it. */
export function filtersOf(scope: ListScope): ViewFilters {
  const { view, q, order, label, channel, language, lastFrom, saved } = scope;
  const base = saved ? tabOf(saved.filters) : FILTERS[view];
  return {
    ...(q ? { q } : { ...base, ...SORTED[order ?? "recent"] }),
    ...(label ? { label } : {}),
    ...(channel ? { channel } : {}),
    ...(language ? { language } : {}),
    ...(lastFrom ? { lastFrom } : {}),
  };
}

const SORTED: Record<Order, ViewFilters> = {
  recent: {},
  due: { sort: "due" },
  lateOnly: { sort: "due", due: "late" },
};

/** Of a view what no control beside the list changes. */
function tabOf({ status, owner, assignee, mentioned, q, due }: ViewFilters): ViewFilters {
  return {
    ...(status ? { status } : {}),
    ...(owner ? { owner } : {}),
    ...(assignee ? { assignee } : {}),
    ...(mentioned ? { mentioned } : {}),
    ...(q ? { q } : {}),
    ...(due === "any" ? { due } : {}),
  };
}

/** Where a tab leads: what a saved view narrows by stays with it, what the reader chose goes along. */
export function toTab({ saved, ...scope }: ListScope, view: View): ListScope {
  return saved ? { view, q: "" } : { ...scope, view, q: "" };
}

/** What a view says about all that a control beside the list changes. */
export function narrowingOf({ sort, due, label, channel, language, lastFrom }: ViewFilters): Narrowing {
  const order: Order = due === "late" ? "lateOnly" : sort === "due" ? "due" : "recent";
  return { order, label, channel, language, lastFrom };
}

const PLAIN: Narrowing = { order: "recent" };

/** Whether the list is narrowed otherwise than its tab or its saved view is. */
export function isChanged(scope: ListScope): boolean {
  const base = scope.saved ? narrowingOf(scope.saved.filters) : PLAIN;
  const differs = NARROWING.some((name) => (scope[name] ?? NOTHING[name]) !== (base[name] ?? NOTHING[name]));
  return differs || scope.q !== "";
}

const NARROWING = ["order", "label", "channel", "language", "lastFrom"] as const;
const NOTHING: Partial<Record<keyof Narrowing, string>> = { order: "recent" };
/** In the address: what the view narrows by, and the reader does not. */
const ANY = "any";

/** Whether a conversation still stands in a tab; a search keeps what it found. */
export function isInScope(scope: ListScope, conversation: ConversationSummaryDto, userId: string): boolean {
  const { view, q, label, channel, language, lastFrom, saved } = scope;
  if (label && !conversation.labels.some(({ id }) => id === label)) return false;
  if (channel && conversation.channel !== channel) return false;
  if (language && conversation.language !== language) return false;
  if (lastFrom && conversation.lastMessage.author !== lastFrom) return false;
  if (q) return true;
  const { status, owner, assigneeId } = conversation;
  if (saved) {
    const { filters } = saved;
    const assignee =
      filters.assignee === "me" ? userId : filters.assignee === "none" ? null : filters.assignee;
    return (
      (!filters.status || filters.status === status) &&
      (!filters.owner || filters.owner === owner) &&
      (assignee === undefined || assignee === assigneeId)
    );
  }
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

export function inboxHref(scope: ListScope, conversationId?: string | null, messageId?: string): string {
  const { view, q, saved } = scope;
  const params = new URLSearchParams();
  if (saved) params.set("view", saved.id);
  else if (view !== "needs_person") params.set("view", view);
  if (q) params.set("q", q);
  const base = saved ? narrowingOf(saved.filters) : PLAIN;
  for (const name of NARROWING) {
    const value = scope[name] ?? NOTHING[name];
    if (value !== (base[name] ?? NOTHING[name])) params.set(name, value ?? ANY);
  }
  const search = params.size > 0 ? `?${params}` : "";
  const place = messageId ? `#${messageAnchor(messageId)}` : "";
  return `/inbox${conversationId ? `/${conversationId}` : ""}${search}${place}`;
}

export interface InboxParams {
  view?: string | null | undefined;
  q?: string | null | undefined;
  order?: string | null | undefined;
  label?: string | null | undefined;
  channel?: string | null | undefined;
  language?: string | null | undefined;
  lastFrom?: string | null | undefined;
}

/** The list that an address names. A view that is gone is the first tab; what cannot be narrows nothing. */
export function readScope(params: InboxParams, views: readonly InboxViewDto[]): ListScope {
  const saved = views.find(({ id }) => id === params.view);
  const base = saved ? narrowingOf(saved.filters) : PLAIN;
  const read = <Value extends string>(
    asked: string | null | undefined,
    known: readonly Value[],
    or?: Value,
  ) => (asked === ANY ? undefined : (known.find((value) => value === asked) ?? or));
  return {
    view: readView(params.view),
    q: params.q?.trim().slice(0, 200) ?? "",
    order: isOrder(params.order) ? params.order : (base.order ?? "recent"),
    label: params.label === ANY ? undefined : (readLabel(params.label) ?? base.label),
    channel: read(params.channel, CHANNELS, base.channel),
    language: read(params.language, LANGUAGES, base.language),
    lastFrom: read(params.lastFrom, LAST_FROM, base.lastFrom),
    ...(saved ? { saved } : {}),
  };
}
