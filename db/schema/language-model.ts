import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, merchantId, updatedAt } from "./columns";
import { conversations, messages } from "./conversations";
import { merchants } from "./merchants";

/** What did not work, as the settings page tells it. */
export interface ModelError {
  at: string;
  task: string;
  code: string;
  reason: string;
}

/** The language model that a shop has set up, and what it may do. */
export const languageModels = pgTable(
  "language_models",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    /** Where the chat-completions protocol is spoken, without `/chat/completions`. */
    baseUrl: text("base_url").notNull(),
    model: text("model").notNull(),
    /** Sealed; null where the endpoint wants none. */
    keySealed: text("key_sealed"),
    mayPhrase: boolean("may_phrase").notNull().default(false),
    maySummarise: boolean("may_summarise").notNull().default(false),
    mayTranslate: boolean("may_translate").notNull().default(false),
    /** Tokens in and out, a day in UTC. */
    dailyTokens: integer("daily_tokens").notNull(),
    failuresInRow: integer("failures_in_row").notNull().default(0),
    circuitOpenUntil: instant("circuit_open_until"),
    /** The latest, newest first. */
    recentErrors: jsonb("recent_errors").$type<ModelError[]>().notNull().default([]),
    lastAnswerAt: instant("last_answer_at"),
    updatedBy: text("updated_by").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "language_models_pkey", columns: [table.merchantId] })],
);

/** What a shop's model did on a day, by task. */
export const languageModelDays = pgTable(
  "language_model_days",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    day: date("day", { mode: "string" }).notNull(),
    task: text("task").notNull(),
    calls: integer("calls").notNull().default(0),
    failures: integer("failures").notNull().default(0),
    /** Answers that came and were not used, because they did not keep to their sources. */
    refused: integer("refused").notNull().default(0),
    inputTokens: integer("input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
  },
  (table) => [
    primaryKey({ name: "language_model_days_pkey", columns: [table.merchantId, table.day, table.task] }),
  ],
);

/** A bot's answer that is put into other words, or was not: what its template said, and why. */
export const replyPhrasings = pgTable(
  "reply_phrasings",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    messageId: uuid("message_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    template: text("template").notNull(),
    /** While it is `waiting` the customer has not been told; `kept` is the template as it is. */
    state: text("state", { enum: ["waiting", "phrased", "kept"] }).notNull(),
    reason: text("reason"),
    model: text("model"),
    /** From when on somebody else may send the template. */
    waitsUntil: instant("waits_until").notNull(),
  },
  (table) => [
    primaryKey({ name: "reply_phrasings_pkey", columns: [table.merchantId, table.messageId] }),
    index("reply_phrasings_waiting_idx").on(table.waitsUntil).where(sql`${table.state} = 'waiting'`),
    index("reply_phrasings_conversation_idx").on(table.merchantId, table.conversationId),
    foreignKey({
      name: "reply_phrasings_message_fkey",
      columns: [table.merchantId, table.messageId],
      foreignColumns: [messages.merchantId, messages.id],
    }).onDelete("cascade"),
  ],
);

/** A message in another language: translated for a reader, or what its author wrote before it was translated. */
export const messageTranslations = pgTable(
  "message_translations",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    messageId: uuid("message_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    language: text("language", { enum: ["zh", "en", "es"] }).notNull(),
    text: text("text").notNull(),
    /** The author's own words, and no translation. */
    isOriginal: boolean("is_original").notNull().default(false),
    /** Numbers, names and codes that the translation does not keep. */
    lost: jsonb("lost").$type<string[]>().notNull().default([]),
    model: text("model"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({
      name: "message_translations_pkey",
      columns: [table.merchantId, table.messageId, table.language],
    }),
    index("message_translations_conversation_idx").on(table.merchantId, table.conversationId),
    foreignKey({
      name: "message_translations_message_fkey",
      columns: [table.merchantId, table.messageId],
      foreignColumns: [messages.merchantId, messages.id],
    }).onDelete("cascade"),
  ],
);

/** What a conversation was about when somebody last asked, in a language. */
export const conversationSummaries = pgTable(
  "conversation_summaries",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").notNull(),
    language: text("language", { enum: ["zh", "en", "es"] }).notNull(),
    text: text("text").notNull(),
    model: text("model").notNull(),
    /** The last message that was read for it: one more, and it is old. */
    lastMessageId: uuid("last_message_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({
      name: "conversation_summaries_pkey",
      columns: [table.merchantId, table.conversationId, table.language],
    }),
    foreignKey({
      name: "conversation_summaries_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);
