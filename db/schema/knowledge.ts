import {
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { conversations } from "./conversations";
import { merchants, users } from "./merchants";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

const LANGUAGES = ["zh", "en", "es"] as const;

/** An article in one language; its words stand in its versions. */
export const knowledgeArticles = pgTable(
  "knowledge_articles",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** Shared by the translations of one article. */
    translationGroupId: uuid("translation_group_id").notNull(),
    language: text("language", { enum: LANGUAGES }).notNull(),
    /** The merchant's own key, where it came with an import. */
    externalId: text("external_id"),
    /** The latest version's title without case, spaces and marks: what a repeated import finds it by. */
    titleKey: text("title_key").notNull(),
    status: text("status", { enum: ["draft", "published", "archived"] })
      .notNull()
      .default("draft"),
    latestVersion: integer("latest_version").notNull().default(1),
    /** The version that customers and agents read; null unless published. */
    publishedVersion: integer("published_version"),
    /** A conversation that a draft was made of. */
    sourceConversationId: uuid("source_conversation_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "knowledge_articles_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("knowledge_articles_translation_key").on(
      table.merchantId,
      table.translationGroupId,
      table.language,
    ),
    uniqueIndex("knowledge_articles_external_id_key").on(table.merchantId, table.externalId, table.language),
    index("knowledge_articles_title_idx").on(table.merchantId, table.language, table.titleKey),
    index("knowledge_articles_updated_at_idx").on(table.merchantId, table.updatedAt, table.id),
    uniqueIndex("knowledge_articles_source_key").on(table.merchantId, table.sourceConversationId),
    foreignKey({
      name: "knowledge_articles_source_fkey",
      columns: [table.merchantId, table.sourceConversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }),
  ],
);

/** What an article said at a save. Rows are never changed. */
export const knowledgeArticleVersions = pgTable(
  "knowledge_article_versions",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    articleId: uuid("article_id").notNull(),
    /** 1, 2, 3 … within the article. */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    /** Markdown. */
    body: text("body").notNull(),
    tags: text("tags").array().notNull(),
    audience: text("audience", { enum: ["customers", "agents"] }).notNull(),
    validFrom: instant("valid_from"),
    validUntil: instant("valid_until"),
    /** The version that it brings back. */
    restoredFrom: integer("restored_from"),
    userId: uuid("user_id").references(() => users.id),
    /** As it was then: API keys and the system write too. */
    authorName: text("author_name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "knowledge_article_versions_pkey",
      columns: [table.merchantId, table.articleId, table.number],
    }),
    foreignKey({
      name: "knowledge_article_versions_article_fkey",
      columns: [table.merchantId, table.articleId],
      foreignColumns: [knowledgeArticles.merchantId, knowledgeArticles.id],
    }).onDelete("cascade"),
  ],
);

/** A published article in pieces, as search reads them. */
export const knowledgePassages = pgTable(
  "knowledge_passages",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    articleId: uuid("article_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    /** A question is one that a person linked to the article. */
    kind: text("kind", { enum: ["title", "body", "question"] }).notNull(),
    /** Headings above a piece of the body, joined. */
    heading: text("heading").notNull().default(""),
    text: text("text").notNull(),
    /** Words for full text search, with what they are words of: `en:return`; a word as often as it stands there. */
    terms: text("terms").array().notNull(),
    /** Which model encoded it, `id@version`; another's values are computed anew. */
    model: text("model").notNull(),
    /** 512 little-endian float32 values. */
    embedding: bytes("embedding").notNull(),
    /** Square roots of the softened probabilities of the model's intents, float32. */
    intents: bytes("intents").notNull(),
  },
  (table) => [
    primaryKey({ name: "knowledge_passages_pkey", columns: [table.merchantId, table.id] }),
    index("knowledge_passages_article_idx").on(table.merchantId, table.articleId, table.ordinal),
    foreignKey({
      name: "knowledge_passages_article_fkey",
      columns: [table.merchantId, table.articleId],
      foreignColumns: [knowledgeArticles.merchantId, knowledgeArticles.id],
    }).onDelete("cascade"),
  ],
);

/** Goes up with every change of what a shop's search reads, so that processes notice. */
export const knowledgeRevisions = pgTable(
  "knowledge_revisions",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    revision: integer("revision").notNull(),
    /** The transaction that changed it: one that is rolled back leaves its number free for another. */
    transactionId: text("transaction_id").notNull(),
  },
  (table) => [primaryKey({ name: "knowledge_revisions_pkey", columns: [table.merchantId] })],
);

/** Questions for which search was not sure of an answer, personal data hidden; near duplicates are one row. */
export const unansweredQuestions = pgTable(
  "unanswered_questions",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** As it was asked last. */
    text: text("text").notNull(),
    /** What near duplicates have in common. */
    textKey: text("text_key").notNull(),
    language: text("language", { enum: [...LANGUAGES, "other"] }).notNull(),
    timesAsked: integer("times_asked").notNull().default(1),
    firstAskedAt: instant("first_asked_at").notNull(),
    lastAskedAt: instant("last_asked_at").notNull(),
    /** Where it was asked last. */
    conversationId: uuid("conversation_id"),
    status: text("status", { enum: ["open", "dismissed", "linked"] })
      .notNull()
      .default("open"),
    /** The article that answers it, where a person linked one. */
    articleId: uuid("article_id"),
    resolvedBy: text("resolved_by"),
    resolvedAt: instant("resolved_at"),
  },
  (table) => [
    primaryKey({ name: "unanswered_questions_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("unanswered_questions_text_key").on(table.merchantId, table.textKey),
    index("unanswered_questions_last_asked_at_idx").on(table.merchantId, table.lastAskedAt, table.id),
    index("unanswered_questions_article_idx").on(table.merchantId, table.articleId),
    foreignKey({
      name: "unanswered_questions_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }),
    foreignKey({
      name: "unanswered_questions_article_fkey",
      columns: [table.merchantId, table.articleId],
      foreignColumns: [knowledgeArticles.merchantId, knowledgeArticles.id],
    }),
  ],
);
