import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { olderThan } from "@/db/keyset";
import { conversations, conversationTimers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { CursorPosition } from "@/lib/core/pagination";
import type { ConversationRow } from "../internal";
import type { ListConversationsInput } from "../schemas";
import { nextDue } from "./next-due";
import type { TimersRow } from "./sync-timers";

/** Where nothing is due: after everything that is. */
const NEVER = "9999-12-31T00:00:00.000Z";

/** Only open conversations owe something. */
const dueAt = sql`CASE WHEN ${conversations.status} = 'open'
  THEN LEAST(${conversationTimers.responseDueAt}, ${conversationTimers.resolutionDueAt}) END`;

interface ListOrder {
  by: SQL[];
  after: (position: CursorPosition | null) => SQL | undefined;
  positionOf: (row: { conversation: ConversationRow; timers: TimersRow | null }) => CursorPosition;
}

const BY_ACTIVITY: ListOrder = {
  by: [desc(conversations.lastMessageAt), desc(conversations.id)],
  after: (position) => olderThan(conversations.lastMessageAt, conversations.id, position),
  positionOf: ({ conversation }) => ({
    value: conversation.lastMessageAt.toISOString(),
    id: conversation.id,
  }),
};

const dueOrNever = sql`coalesce(${dueAt}, ${NEVER}::timestamptz)`;

const BY_DUE: ListOrder = {
  by: [asc(dueOrNever), asc(conversations.id)],
  after: (position) =>
    position
      ? sql`(${dueOrNever}, ${conversations.id}) > (${position.value}::timestamptz, ${position.id}::uuid)`
      : undefined,
  positionOf: ({ conversation, timers }) => ({
    value: (conversation.status === "open" && timers && nextDue(timers)?.at) || NEVER,
    id: conversation.id,
  }),
};

export function listOrder(sort: "recent" | "due"): ListOrder {
  return sort === "due" ? BY_DUE : BY_ACTIVITY;
}

export function dueCondition(ctx: Context, due: ListConversationsInput["due"]): SQL | undefined {
  if (!due) return undefined;
  const isOpen = eq(conversations.status, "open");
  const now = ctx.now().toISOString();
  return due === "any"
    ? and(isOpen, sql`${dueAt} IS NOT NULL`)
    : and(isOpen, sql`${dueAt} <= ${now}::timestamptz`);
}
