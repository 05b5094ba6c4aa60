import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CHANNEL_KINDS, channelContacts } from "./channels";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { customers } from "./customers";
import { merchants, users } from "./merchants";

/** Where an answer's facts came from, shown under the bot's message. */
export interface MessageSource {
  type: "order" | "shipment" | "product" | "article";
  id: string;
  label: string;
}

/** What an activity line records; the page words it in the reader's language. */
export interface MessageActivity {
  type:
    | "handoff"
    | "takeover"
    | "handback"
    | "resolved"
    | "reopened"
    | "snoozed"
    | "assigned"
    | "auto_assigned"
    | "reassigned"
    | "breached"
    | "held"
    | "macro"
    | "undone"
    | "rated";
  actorName?: string | undefined;
  reason?: string | undefined;
  detail?: string | undefined;
  /** When people are back, as a customer was told who was handed over. */
  promisedAt?: string | undefined;
}

/** What was heard in a voice message. The recording itself is not kept. */
export interface MessageVoice {
  durationSeconds: number;
  /** False when the message's text only says that there was a voice message. */
  isTranscribed: boolean;
  /** How agitated the voice is, 0 (calm) to 1. */
  arousal: number;
  /** `score`: how sure that is, 0 to 1. */
  sentiment: { label: "positive" | "neutral" | "negative"; score: number };
}

/** A file of a message: kept here (`id`), or still where the platform keeps it. */
export interface MessageAttachment {
  kind: "image" | "voice" | "video" | "file";
  /** Of the row in `attachments`, with what shows it before its bytes are there. */
  id?: string | undefined;
  sizeBytes?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  /** Of a video: a frame, kept as a file of its own; what is said in it, and how. */
  posterId?: string | undefined;
  transcript?: string | undefined;
  voice?: MessageVoice | undefined;
  /** Why it could not be kept, for the desk. */
  problem?: string | undefined;
  /** The platform's id of it, or its address; neither where the bytes came along and were not kept. */
  mediaId?: string | undefined;
  url?: string | undefined;
  mimeType?: string | undefined;
  fileName?: string | undefined;
}

export const conversations = pgTable(
  "conversations",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    channel: text("channel", { enum: ["web", "api", ...CHANNEL_KINDS] }).notNull(),
    status: text("status", { enum: ["open", "snoozed", "resolved"] })
      .notNull()
      .default("open"),
    owner: text("owner", { enum: ["bot", "human"] })
      .notNull()
      .default("bot"),
    customerId: uuid("customer_id"),
    /** The browser that opened it; null on other channels. */
    visitorId: uuid("visitor_id"),
    /** The person on a platform who writes in it; null for the desk's own chat and the API. */
    channelContactId: uuid("channel_contact_id"),
    assigneeId: uuid("assignee_id").references(() => users.id),
    /** The customer's language, kept when a message (an order number, say) has none. */
    language: text("language", { enum: ["zh", "en", "es"] }),
    intent: text("intent"),
    /** Null where a person said what it is about. */
    intentConfidence: numeric("intent_confidence", { mode: "number" }),
    /** Of the customer's latest message, -1–1. */
    sentiment: numeric("sentiment", { mode: "number" }),
    slots: jsonb("slots").$type<Record<string, unknown>>().notNull().default({}),
    handoffReason: text("handoff_reason"),
    /** Since when a person is needed; null while nobody waits. */
    waitingSince: instant("waiting_since"),
    snoozedUntil: instant("snoozed_until"),
    resolvedAt: instant("resolved_at"),
    rating: integer("rating"),
    ratingComment: text("rating_comment"),
    lastMessageAt: instant("last_message_at").notNull().defaultNow(),
    lastMessagePreview: text("last_message_preview").notNull().default(""),
    lastMessageAuthor: text("last_message_author"),
    /** How its words were cut for search; 0 is not yet. See `TERMS_VERSION`. */
    termsVersion: integer("terms_version").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "conversations_pkey", columns: [table.merchantId, table.id] }),
    index("conversations_inbox_idx").on(
      table.merchantId,
      table.status,
      table.owner,
      table.lastMessageAt,
      table.id,
    ),
    index("conversations_terms_version_idx").on(table.termsVersion, table.merchantId),
    index("conversations_created_at_idx").on(table.merchantId, table.createdAt, table.id),
    index("conversations_customer_idx").on(table.merchantId, table.customerId, table.lastMessageAt),
    index("conversations_visitor_idx").on(table.merchantId, table.visitorId, table.createdAt),
    index("conversations_contact_idx").on(table.merchantId, table.channelContactId, table.lastMessageAt),
    foreignKey({
      name: "conversations_contact_fkey",
      columns: [table.merchantId, table.channelContactId],
      foreignColumns: [channelContacts.merchantId, channelContacts.id],
    }),
    foreignKey({
      name: "conversations_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
  ],
);

/** When the bot gives a conversation to a person. Read through the schema of rules, which knows the defaults. */
export const escalationRules = pgTable(
  "escalation_rules",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    rules: jsonb("rules").$type<Record<string, unknown>>().notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "escalation_rules_pkey", columns: [table.merchantId] })],
);

export const messages = pgTable(
  "messages",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    /** The sender's own id: the same message sent twice is stored once. */
    clientMessageId: text("client_message_id"),
    author: text("author", { enum: ["customer", "bot", "agent", "note", "activity"] }).notNull(),
    authorUserId: uuid("author_user_id").references(() => users.id),
    text: text("text").notNull(),
    activity: jsonb("activity").$type<MessageActivity>(),
    language: text("language"),
    intent: text("intent"),
    confidence: numeric("confidence", { mode: "number" }),
    /** The next best intents, and how far the first of them is behind `confidence`. */
    alternatives: jsonb("alternatives").$type<{ id: string; confidence: number }[]>(),
    margin: numeric("margin", { mode: "number" }),
    /** -1 (negative) to 1 (positive); null for what is not understood. */
    sentiment: numeric("sentiment", { mode: "number" }),
    /** What understood it: the model as `id@version`, and the shop's head by number; null is the shipped one. */
    model: text("model"),
    headVersion: integer("head_version"),
    sources: jsonb("sources").$type<MessageSource[]>(),
    /** The bot's answer to this customer message, so that a repeated send gets the stored answer. */
    inReplyToId: uuid("in_reply_to_id"),
    voice: jsonb("voice").$type<MessageVoice>(),
    attachments: jsonb("attachments").$type<MessageAttachment[]>(),
    deliveryState: text("delivery_state", {
      enum: ["pending", "sent", "delivered", "read", "failed", "unknown"],
    })
      .notNull()
      .default("sent"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "messages_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("messages_client_message_id_key")
      .on(table.merchantId, table.conversationId, table.clientMessageId)
      .where(sql`${table.clientMessageId} is not null`),
    index("messages_conversation_idx").on(table.merchantId, table.conversationId, table.createdAt, table.id),
    index("messages_customer_idx")
      .on(table.merchantId, table.createdAt, table.id)
      .where(sql`${table.author} = 'customer'`),
    index("messages_sources_idx")
      .on(table.merchantId, table.createdAt, table.id)
      .where(sql`${table.sources} is not null`),
    foreignKey({
      name: "messages_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);

/** The live feed: what SSE clients receive and, after a reconnect, catch up on. Rows live for a day. */
export const streamEvents = pgTable(
  "stream_events",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: bigserial("id", { mode: "number" }).notNull(),
    conversationId: uuid("conversation_id").notNull(),
    type: text("type", { enum: ["message", "conversation", "typing", "service"] }).notNull(),
    /** `everyone`: the customer's own stream too; `agents`: the desk alone. */
    audience: text("audience", { enum: ["everyone", "agents"] }).notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "stream_events_pkey", columns: [table.merchantId, table.id] }),
    index("stream_events_conversation_idx").on(table.merchantId, table.conversationId, table.id),
    index("stream_events_created_at_idx").on(table.createdAt),
  ],
);

/**
 * What a transaction leaves to be announced. A deferred trigger numbers it, stores it in `stream_events` and notifies
 * while the transaction commits, and removes the row: nobody ever sees one (docs/decisions/0038).
 */
export const liveAnnouncements = pgTable("live_announcements", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  /** A JSON list of live events, as text. */
  events: text("events").notNull(),
  /** The notification brings the events instead of naming their rows. */
  isShort: boolean("is_short").notNull(),
});
