import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  conversations,
  type intentCorrections,
  type MessageActivity,
  type MessageAttachment,
  type MessageSource,
  type MessageVoice,
  messages,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { publishLive } from "@/lib/platform/live";
import { asksForContact } from "@/lib/service/dialogue";
import { nextDue } from "./clocks/next-due";
import { syncTimers, type TimersRow } from "./clocks/sync-timers";
import { addTerms } from "./index-terms";
import { hasOwnWords, toAttachmentDtos } from "./message-attachments";
import type { ConversationSummaryDto, MessageDto } from "./schemas";

export type ConversationRow = typeof conversations.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;
export type CorrectionRow = typeof intentCorrections.$inferSelect;

const PREVIEW_LENGTH = 140;
const DESK_ACTIVITIES = new Set(["auto_assigned", "reassigned", "breached", "held", "macro", "undone"]);

/** The conversation, locked until the transaction ends: messages and takeovers of one conversation take turns. */
export async function lockConversation(tx: Transaction, ctx: Context, id: string): Promise<ConversationRow> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)))
    .for("update");
  if (!row) throw notFound("conversation");
  return row;
}

interface NewMessage {
  conversationId: string;
  author: MessageRow["author"];
  text: string;
  authorUserId?: string | null;
  clientMessageId?: string | null;
  activity?: MessageActivity;
  language?: string | null;
  intent?: string | null;
  confidence?: number | null;
  alternatives?: MessageRow["alternatives"];
  margin?: number | null;
  sentiment?: number | null;
  model?: string | null;
  headVersion?: number | null;
  sources?: MessageSource[];
  inReplyToId?: string | null;
  voice?: MessageVoice | null;
  attachments?: MessageAttachment[] | null;
  deliveryState?: MessageRow["deliveryState"];
  /** Stored by whoever writes the note; announced with it. */
  mentions?: MessageDto["mentions"];
  /** The customer is told later, when it is settled in which words. */
  isHeldBack?: boolean;
}

/** Stores a message and announces it. Messages of one transaction get instants one millisecond apart, to keep order. */
export async function insertMessage(
  tx: Transaction,
  ctx: Context,
  { mentions, isHeldBack, ...message }: NewMessage,
  createdAt: Date,
): Promise<MessageRow> {
  const [row] = await tx
    .insert(messages)
    .values({ merchantId: ctx.merchantId, id: newId(), ...message, createdAt })
    .returning();
  if (message.author !== "activity") addTerms(tx, ctx, message.conversationId, message.text);
  const authorName = message.author === "agent" || message.author === "note" ? actorDisplayName(ctx) : null;
  publishLive(tx, {
    conversationId: message.conversationId,
    type: "message",
    audience: isHeldBack || isForDesk(message) ? "agents" : "everyone",
    payload: { message: toMessageDto(row!, authorName, null, mentions) },
  });
  return row!;
}

/** What the customer never sees: notes, and how the desk divides its work. */
export function isForDesk({
  author,
  activity,
}: Pick<NewMessage, "author"> & { activity?: { type: string } | null }) {
  return author === "note" || (author === "activity" && DESK_ACTIVITIES.has(activity?.type ?? ""));
}

/** Records who did what as a line in the thread; pages word it in the reader's language. */
export function insertActivity(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  activity: MessageActivity,
  createdAt: Date,
): Promise<MessageRow> {
  const named = { ...activity, actorName: activity.actorName ?? actorDisplayName(ctx) ?? undefined };
  return insertMessage(
    tx,
    ctx,
    { conversationId, author: "activity", text: activity.type, activity: named },
    createdAt,
  );
}

/** Changes the conversation and announces its new state to the desk and to the customer's own stream. */
export async function updateConversation(
  tx: Transaction,
  ctx: Context,
  id: string,
  change: Partial<typeof conversations.$inferInsert>,
): Promise<ConversationRow> {
  const [row] = await tx
    .update(conversations)
    .set({ ...change, updatedAt: ctx.now() })
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)))
    .returning();
  if (!row) throw notFound("conversation");
  // While the bot answers nobody owes anything: no clock runs, and none begins.
  const mayOweSomething = row.owner === "human" || "owner" in change || "status" in change;
  if (mayOweSomething) await syncTimers(tx, ctx, row);
  publishLive(tx, {
    conversationId: id,
    type: "conversation",
    audience: "everyone",
    payload: {
      status: row.status,
      owner: row.owner,
      assigneeId: row.assigneeId,
      asksForContact: asksForContact(row),
    },
  });
  return row;
}

export function lastMessageOf(row: MessageRow): Partial<typeof conversations.$inferInsert> {
  return {
    lastMessageAt: row.createdAt,
    lastMessagePreview: preview(row.text),
    lastMessageAuthor: row.author,
  };
}

function preview(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > PREVIEW_LENGTH ? `${flat.slice(0, PREVIEW_LENGTH - 1)}…` : flat;
}

export function requireOpenForAgents(row: ConversationRow): void {
  if (row.owner === "bot") {
    throw new AppError(
      "conversation_owned_by_bot",
      "The bot is answering this conversation. Take it over first.",
    );
  }
}

export function actorDisplayName(ctx: Context): string | null {
  return ctx.actor.type === "customer" ? null : ctx.actor.name;
}

export function actorUserId(ctx: Context): string | null {
  return ctx.actor.type === "user" ? ctx.actor.id : null;
}

export function toMessageDto(
  row: MessageRow,
  authorName: string | null,
  correction: CorrectionRow | null = null,
  mentions: MessageDto["mentions"] = [],
): MessageDto {
  return {
    id: row.id,
    clientMessageId: row.clientMessageId,
    author: row.author,
    authorName,
    text: row.text,
    activity: row.activity,
    createdAt: row.createdAt.toISOString(),
    language: row.language,
    intent: row.intent,
    confidence: row.confidence,
    alternatives: row.alternatives ?? [],
    sentiment: row.sentiment,
    correction: correction && {
      intent: correction.intent,
      by: correction.actorName,
      at: correction.updatedAt.toISOString(),
    },
    sources: row.sources ?? [],
    mentions,
    deliveryState: row.deliveryState,
    voice: row.voice,
    hasWords: hasOwnWords(row),
    attachments: toAttachmentDtos(row),
    attachmentIds: (row.attachments ?? []).flatMap(({ id }) => id ?? []),
  };
}

export function toSummaryDto(
  row: ConversationRow,
  {
    timers,
    ...names
  }: Pick<ConversationSummaryDto, "customerName" | "assigneeName" | "labels" | "hasUnreadMention"> & {
    timers: TimersRow | null;
  },
): ConversationSummaryDto {
  return {
    id: row.id,
    channel: row.channel,
    status: row.status,
    owner: row.owner,
    customerId: row.customerId,
    ...names,
    assigneeId: row.assigneeId,
    language: row.language,
    intent: row.intent,
    confidence: row.intentConfidence,
    sentiment: row.sentiment,
    slots: row.slots,
    handoffReason: row.handoffReason,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    due: timers && row.status === "open" ? nextDue(timers) : null,
    rating: row.rating,
    lastMessage: {
      author: row.lastMessageAuthor,
      preview: row.lastMessagePreview,
      createdAt: row.lastMessageAt.toISOString(),
    },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
