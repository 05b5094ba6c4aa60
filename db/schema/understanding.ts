import { sql } from "drizzle-orm";
import {
  customType,
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
import type { LocalizedName } from "./catalog";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { messages } from "./conversations";
import { merchants, users } from "./merchants";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** What a person says a customer's message asks for: one row a message, the latest word wins. */
export const intentCorrections = pgTable(
  "intent_corrections",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    messageId: uuid("message_id").notNull(),
    /** The person's word; the same as `predictedIntent` where they confirm it. */
    intent: text("intent").notNull(),
    predictedIntent: text("predicted_intent"),
    predictedConfidence: numeric("predicted_confidence", { mode: "number" }),
    /** Which model said so, `id@version`, and which of the shop's heads; null for the shipped one. */
    model: text("model"),
    headVersion: integer("head_version"),
    userId: uuid("user_id").references(() => users.id),
    /** As it was then: API keys and the system correct too. */
    actorName: text("actor_name").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "intent_corrections_pkey", columns: [table.merchantId, table.messageId] }),
    index("intent_corrections_updated_at_idx").on(table.merchantId, table.updatedAt),
    foreignKey({
      name: "intent_corrections_message_fkey",
      columns: [table.merchantId, table.messageId],
      foreignColumns: [messages.merchantId, messages.id],
    }).onDelete("cascade"),
  ],
);

/** Intents that a merchant adds to those of the shipped model. */
export const merchantIntents = pgTable(
  "merchant_intents",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    /** A slug, the label that the head learns. */
    id: text("id").notNull(),
    name: jsonb("name").$type<LocalizedName>().notNull(),
    description: text("description").notNull().default(""),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "merchant_intents_pkey", columns: [table.merchantId, table.id] })],
);

export const intentExamples = pgTable(
  "intent_examples",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    intentId: text("intent_id").notNull(),
    text: text("text").notNull(),
    /** The text as the model reads it, without case: two of one key are the same example. */
    textKey: text("text_key").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "intent_examples_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("intent_examples_text_key").on(table.merchantId, table.intentId, table.textKey),
    index("intent_examples_lookup_idx").on(table.merchantId, table.textKey),
    foreignKey({
      name: "intent_examples_intent_fkey",
      columns: [table.merchantId, table.intentId],
      foreignColumns: [merchantIntents.merchantId, merchantIntents.id],
    }).onDelete("cascade"),
  ],
);

/** A head that was trained from what the shop has taught, promoted or not. Rows are never changed. */
export const headVersions = pgTable(
  "head_versions",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** 1, 2, 3 … within the shop. */
    number: integer("number").notNull(),
    /** `id@version` of the encoder; a head means nothing to another. */
    model: text("model").notNull(),
    /** Written by `encodeIntentHead`. */
    head: bytes("head").notNull(),
    /** The active version when it was trained; null for the shipped model. */
    previousNumber: integer("previous_number"),
    ownIntents: text("own_intents").array().notNull(),
    counts: jsonb("counts").$type<TrainingCounts>().notNull(),
    comparison: jsonb("comparison").$type<Record<string, unknown>>().notNull(),
    decision: text("decision", { enum: ["promoted", "rejected"] }).notNull(),
    reason: text("reason").notNull(),
    trigger: text("trigger", { enum: ["person", "automatic"] }).notNull(),
    requestedBy: text("requested_by").notNull(),
    /** It has learnt what was taught before this instant. */
    taughtUntil: instant("taught_until").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "head_versions_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("head_versions_number_key").on(table.merchantId, table.number),
  ],
);

/** What a version was trained and judged on, in texts. */
export interface TrainingCounts {
  corrections: number;
  confirmations: number;
  examples: number;
  anchors: number;
  heldOut: number;
}

/** The head with which a shop's messages are read; no row, or no version, is the shipped model. */
export const activeHeads = pgTable(
  "active_heads",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    versionId: uuid("version_id"),
    activatedBy: text("activated_by").notNull(),
    activatedAt: instant("activated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "active_heads_pkey", columns: [table.merchantId] }),
    foreignKey({
      name: "active_heads_version_fkey",
      columns: [table.merchantId, table.versionId],
      foreignColumns: [headVersions.merchantId, headVersions.id],
    }),
  ],
);

/** One training as pages follow it. */
export const trainingRuns = pgTable(
  "training_runs",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    trigger: text("trigger", { enum: ["person", "automatic"] }).notNull(),
    requestedBy: text("requested_by").notNull(),
    status: text("status", { enum: ["queued", "running", "succeeded", "failed"] })
      .notNull()
      .default("queued"),
    stage: text("stage", { enum: ["waiting", "collecting", "encoding", "training", "comparing", "done"] })
      .notNull()
      .default("waiting"),
    /** 0–1. */
    progress: numeric("progress", { mode: "number" }).notNull().default(0),
    error: text("error"),
    versionId: uuid("version_id"),
    /** The queue's task that works on it: a second one for the same run stands back. */
    jobId: text("job_id"),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ name: "training_runs_pkey", columns: [table.merchantId, table.id] }),
    index("training_runs_created_at_idx").on(table.merchantId, table.createdAt, table.id),
    // One at a time waits or runs in a shop.
    uniqueIndex("training_runs_open_key")
      .on(table.merchantId)
      .where(sql`${table.status} in ('queued', 'running')`),
    foreignKey({
      name: "training_runs_version_fkey",
      columns: [table.merchantId, table.versionId],
      foreignColumns: [headVersions.merchantId, headVersions.id],
    }),
  ],
);

/** A lasting change for the worse; while one is open no second of its kind is opened. */
export const understandingAlerts = pgTable(
  "understanding_alerts",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    kind: text("kind", { enum: ["confidence", "corrections"] }).notNull(),
    measure: text("measure").notNull(),
    /** First day of the worse time, in the shop's time zone, YYYY-MM-DD. */
    since: text("since").notNull(),
    before: numeric("before", { mode: "number" }).notNull(),
    after: numeric("after", { mode: "number" }).notNull(),
    p: numeric("p", { mode: "number" }).notNull(),
    openedAt: instant("opened_at").notNull(),
    dismissedAt: instant("dismissed_at"),
    dismissedBy: text("dismissed_by"),
  },
  (table) => [
    primaryKey({ name: "understanding_alerts_pkey", columns: [table.merchantId, table.id] }),
    index("understanding_alerts_opened_at_idx").on(table.merchantId, table.openedAt, table.id),
    uniqueIndex("understanding_alerts_open_key")
      .on(table.merchantId, table.kind)
      .where(sql`${table.dismissedAt} is null`),
  ],
);
