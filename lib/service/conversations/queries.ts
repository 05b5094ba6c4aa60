import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  channelContacts,
  conversationLabels,
  conversations,
  conversationTimers,
  customers,
  intentCorrections,
  memberships,
  mentions,
  messages,
  users,
} from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { ROLE_PERMISSIONS, ROLES, requirePermission } from "@/lib/core/permissions";
import { readLivePosition } from "@/lib/platform/live";
import type { LabelDto } from "@/lib/service/labels/schemas";
import { dueCondition, listOrder } from "./clocks/list-by-due";
import { readHandoff } from "./handoff/read-handoff";
import { actorUserId, toMessageDto, toSummaryDto } from "./internal";
import { listScheduled } from "./scheduled/list-scheduled";
import {
  type AssigneeDto,
  type ConversationDto,
  type ConversationSummaryDto,
  conversationIdInput,
  type InboxCountsDto,
  type InboxFilters,
  type ListConversationsInput,
  listConversationsInput,
  type MessageDto,
} from "./schemas";
import { searchCondition } from "./search-condition";

/** Conversations, the most recently active first, or by what is due. */
export async function listConversations(
  ctx: Context,
  raw: ListConversationsInput = {},
): Promise<Page<ConversationSummaryDto>> {
  requirePermission(ctx, "conversations:read");
  const input = parseInput(listConversationsInput, raw);
  const order = listOrder(input.sort);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await selectWithNames(tx, ctx)
      .where(and(listCondition(tx, ctx, input), order.after(decodeInstantCursor(input.cursor))))
      .orderBy(...order.by)
      .limit(input.limit + 1);
    return toPage(
      rows,
      input.limit,
      ({ conversation, ...names }) => toSummaryDto(conversation, names),
      order.positionOf,
    );
  });
}

/** One conversation with all its messages, notes included. */
export async function getConversation(ctx: Context, raw: { id: string }): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:read");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await selectWithNames(tx, ctx).where(
      and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)),
    );
    if (!row) throw notFound("conversation");
    const { conversation, ...names } = row;
    const [messages, scheduled] = await Promise.all([
      selectMessages(tx, ctx, id),
      listScheduled(tx, ctx, id),
    ]);
    const handoff = await readHandoff(tx, ctx, conversation, messages);
    return { ...toSummaryDto(conversation, names), messages, scheduled, handoff };
  });
}

/** A conversation together with the stream position it is up to date with, for a page that goes on live. */
export function getLiveConversation(
  ctx: Context,
  input: { id: string },
): Promise<{ conversation: ConversationDto; streamPosition: number | null }> {
  return inTenant(ctx, async ({ ctx }) => {
    const streamPosition = await readLivePosition(ctx);
    return { conversation: await getConversation(ctx, input), streamPosition };
  });
}

/** How many conversations each tab of the inbox holds. */
export async function countInbox(ctx: Context): Promise<InboxCountsDto> {
  requirePermission(ctx, "conversations:read");
  const userId = actorUserId(ctx);
  return inTenant(ctx, async ({ tx }) => {
    const count = (condition: SQL | undefined) => sql<number>`count(*) FILTER (WHERE ${condition})::int`;
    const isOpen = eq(conversations.status, "open");
    const [row] = await tx
      .select({
        needsPerson: count(and(isOpen, eq(conversations.owner, "human"), isNull(conversations.assigneeId))),
        mine: userId ? count(and(isOpen, eq(conversations.assigneeId, userId))) : sql<number>`0`,
        bot: count(and(isOpen, eq(conversations.owner, "bot"))),
        snoozed: count(eq(conversations.status, "snoozed")),
        resolved: count(eq(conversations.status, "resolved")),
        mentions: userId
          ? sql<number>`(SELECT count(DISTINCT m.conversation_id)::int FROM mentions m
              WHERE m.merchant_id = ${ctx.merchantId}::uuid AND m.user_id = ${userId}::uuid AND m.read_at IS NULL)`
          : sql<number>`0`,
      })
      .from(conversations)
      .where(eq(conversations.merchantId, ctx.merchantId));
    return row!;
  });
}

/** Who a conversation can be given to: the shop's members who may write, by name. */
export async function listAssignees(ctx: Context): Promise<AssigneeDto[]> {
  requirePermission(ctx, "conversations:write");
  const roles = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes("conversations:write"));
  return inTenant(ctx, ({ tx }) =>
    tx
      .select({ id: users.id, name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.merchantId, ctx.merchantId), inArray(memberships.role, roles)))
      .orderBy(asc(users.name), asc(users.id)),
  );
}

/** Which conversations a list's filters let through. The query must join customers and timers. */
function listCondition(tx: Transaction, ctx: Context, filters: InboxFilters): SQL | undefined {
  const { status, owner, customerId, channel, language, lastFrom } = filters;
  return and(
    eq(conversations.merchantId, ctx.merchantId),
    status ? eq(conversations.status, status) : undefined,
    owner ? eq(conversations.owner, owner) : undefined,
    customerId ? eq(conversations.customerId, customerId) : undefined,
    channel ? eq(conversations.channel, channel) : undefined,
    language ? eq(conversations.language, language) : undefined,
    lastFrom ? eq(conversations.lastMessageAuthor, lastFrom) : undefined,
    assigneeCondition(ctx, filters.assignee),
    mentionCondition(tx, ctx, filters.mentioned),
    labelCondition(tx, ctx, filters.label),
    searchCondition(tx, ctx, filters.q),
    dueCondition(ctx, filters.due),
  );
}

/** How many conversations each of several sets of filters lets through, in one look at the table. */
export async function countByFilters(
  tx: Transaction,
  ctx: Context,
  sets: readonly InboxFilters[],
): Promise<number[]> {
  if (sets.length === 0) return [];
  const counted = sets.map((filters, index): [string, SQL<number>] => [
    `n${index}`,
    sql<number>`count(*) FILTER (WHERE ${listCondition(tx, ctx, filters)})::int`,
  ]);
  const [row] = await tx
    .select(Object.fromEntries(counted))
    .from(conversations)
    .leftJoin(conversationTimers, timersJoin)
    .leftJoin(customers, customerJoin)
    .where(eq(conversations.merchantId, ctx.merchantId));
  return sets.map((_, index) => row![`n${index}`]!);
}

const timersJoin = and(
  eq(conversationTimers.merchantId, conversations.merchantId),
  eq(conversationTimers.conversationId, conversations.id),
);
const customerJoin = and(
  eq(customers.merchantId, conversations.merchantId),
  eq(customers.id, conversations.customerId),
);

/** A conversation's labels as the DTO has them. */
const labelsOf = sql<LabelDto[]>`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'color', l.color) ORDER BY l.name_key), '[]')
  FROM conversation_labels cl JOIN labels l ON l.merchant_id = cl.merchant_id AND l.id = cl.label_id
  WHERE cl.merchant_id = ${conversations.merchantId} AND cl.conversation_id = ${conversations.id})`;

/** Whom a note names; nothing else names anybody. */
const mentionsOf = sql<MessageDto["mentions"]>`CASE WHEN ${messages.author} = 'note' THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id), '[]')
  FROM mentions m JOIN users u ON u.id = m.user_id
  WHERE m.merchant_id = ${messages.merchantId} AND m.message_id = ${messages.id}) ELSE '[]' END`;

function hasUnreadMention(userId: string | null): SQL<boolean> {
  if (!userId) return sql<boolean>`false`;
  return sql<boolean>`EXISTS (
    SELECT FROM mentions m WHERE m.merchant_id = ${conversations.merchantId} AND m.user_id = ${userId}::uuid
      AND m.conversation_id = ${conversations.id} AND m.read_at IS NULL)`;
}

function selectWithNames(tx: Transaction, ctx: Context) {
  return tx
    .select({
      conversation: conversations,
      timers: conversationTimers,
      // A stranger on a platform has at least the name that they have there.
      customerName: sql<string | null>`coalesce(${customers.name}, ${channelContacts.name})`,
      assigneeName: users.name,
      labels: labelsOf,
      hasUnreadMention: hasUnreadMention(actorUserId(ctx)),
    })
    .from(conversations)
    .leftJoin(conversationTimers, timersJoin)
    .leftJoin(customers, customerJoin)
    .leftJoin(
      channelContacts,
      and(
        eq(channelContacts.merchantId, conversations.merchantId),
        eq(channelContacts.id, conversations.channelContactId),
      ),
    )
    .leftJoin(users, eq(users.id, conversations.assigneeId))
    .$dynamic();
}

export async function selectMessages(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
): Promise<MessageDto[]> {
  const rows = await tx
    .select({
      message: messages,
      authorName: users.name,
      correction: intentCorrections,
      mentions: mentionsOf,
    })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorUserId))
    .leftJoin(
      intentCorrections,
      and(
        eq(intentCorrections.merchantId, messages.merchantId),
        eq(intentCorrections.messageId, messages.id),
      ),
    )
    .where(and(eq(messages.merchantId, ctx.merchantId), eq(messages.conversationId, conversationId)))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  return rows.map((row) => toMessageDto(row.message, row.authorName, row.correction, row.mentions));
}

function assigneeCondition(ctx: Context, assignee: string | undefined): SQL | undefined {
  if (assignee === undefined) return undefined;
  if (assignee === "none") return isNull(conversations.assigneeId);
  const userId = assignee === "me" ? actorUserId(ctx) : assignee;
  return userId ? eq(conversations.assigneeId, userId) : sql`false`;
}

function mentionCondition(tx: Transaction, ctx: Context, mentioned: "me" | undefined): SQL | undefined {
  if (!mentioned) return undefined;
  const userId = actorUserId(ctx);
  if (!userId) return sql`false`;
  const naming = tx
    .select({ id: mentions.conversationId })
    .from(mentions)
    .where(and(eq(mentions.merchantId, ctx.merchantId), eq(mentions.userId, userId)));
  return inArray(conversations.id, naming);
}

function labelCondition(tx: Transaction, ctx: Context, labelId: string | undefined): SQL | undefined {
  if (!labelId) return undefined;
  const labelled = tx
    .select({ id: conversationLabels.conversationId })
    .from(conversationLabels)
    .where(and(eq(conversationLabels.merchantId, ctx.merchantId), eq(conversationLabels.labelId, labelId)));
  return inArray(conversations.id, labelled);
}
