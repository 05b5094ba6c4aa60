import { sql } from "drizzle-orm";
import {
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { conversations, messages } from "./conversations";
import { merchants, users } from "./merchants";

/** Texts that agents send again and again, by a short name. */
export const cannedReplies = pgTable(
  "canned_replies",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** Whose alone it is; null is the whole shop's. */
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** By language, each with its variables in double braces. */
    texts: jsonb("texts").$type<Partial<Record<"zh" | "en" | "es", string>>>().notNull(),
    timesUsed: integer("times_used").notNull().default(0),
    lastUsedAt: instant("last_used_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "canned_replies_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("canned_replies_shop_name_key")
      .on(table.merchantId, table.name)
      .where(sql`${table.ownerId} is null`),
    uniqueIndex("canned_replies_own_name_key")
      .on(table.merchantId, table.ownerId, table.name)
      .where(sql`${table.ownerId} is not null`),
  ],
);

/** What a shop sorts its conversations by. */
export const labels = pgTable(
  "labels",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** The name without case and width: no two labels look the same. */
    nameKey: text("name_key").notNull(),
    color: text("color", { enum: ["neutral", "blue", "jade", "amber", "cinnabar"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "labels_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("labels_name_key").on(table.merchantId, table.nameKey),
  ],
);

export const conversationLabels = pgTable(
  "conversation_labels",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").notNull(),
    labelId: uuid("label_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "conversation_labels_pkey",
      columns: [table.merchantId, table.conversationId, table.labelId],
    }),
    index("conversation_labels_label_idx").on(table.merchantId, table.labelId, table.conversationId),
    foreignKey({
      name: "conversation_labels_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "conversation_labels_label_fkey",
      columns: [table.merchantId, table.labelId],
      foreignColumns: [labels.merchantId, labels.id],
    }).onDelete("cascade"),
  ],
);

/** Ordered by code points, so that an index finds all that begins in some way. */
const codePointText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** The words of a conversation's messages, for full text search: found by equality, which row-level security lets pass. */
export const conversationTerms = pgTable(
  "conversation_terms",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    term: codePointText("term").notNull(),
    conversationId: uuid("conversation_id").notNull(),
  },
  (table) => [
    primaryKey({
      name: "conversation_terms_pkey",
      columns: [table.merchantId, table.conversationId, table.term],
    }),
    index("conversation_terms_term_idx").on(table.merchantId, table.term, table.conversationId),
    foreignKey({
      name: "conversation_terms_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);

/** What became of a draft that was suggested to a person: those put away are not shown again, the others counted. */
export const suggestionChoices = pgTable(
  "suggestion_choices",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").notNull(),
    /** The kind and a hash of the text, which is not kept. */
    key: text("key").notNull(),
    kind: text("kind", { enum: ["task", "article", "canned"] }).notNull(),
    choice: text("choice", { enum: ["accepted", "edited", "rejected"] }).notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "suggestion_choices_pkey",
      columns: [table.merchantId, table.conversationId, table.key],
    }),
    index("suggestion_choices_created_at_idx").on(table.merchantId, table.createdAt),
    foreignKey({
      name: "suggestion_choices_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);

/** Who is named in a private note, and whether they have seen it. */
export const mentions = pgTable(
  "mentions",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    messageId: uuid("message_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").notNull(),
    createdAt: createdAt(),
    readAt: instant("read_at"),
  },
  (table) => [
    primaryKey({ name: "mentions_pkey", columns: [table.merchantId, table.messageId, table.userId] }),
    index("mentions_user_idx").on(table.merchantId, table.userId, table.conversationId),
    index("mentions_unread_idx")
      .on(table.merchantId, table.userId, table.conversationId)
      .where(sql`${table.readAt} is null`),
    foreignKey({
      name: "mentions_message_fkey",
      columns: [table.merchantId, table.messageId],
      foreignColumns: [messages.merchantId, messages.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "mentions_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);
