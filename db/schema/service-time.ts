import { sql } from "drizzle-orm";
import {
  boolean,
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
import { conversations } from "./conversations";
import { memberships, merchants, users } from "./merchants";

/** Minutes of a local day; 1440 is its end. */
interface StoredPeriod {
  fromMinute: number;
  toMinute: number;
}

/** When people are there. A shop without a row has not said, and counts as always open. */
export const businessHours = pgTable(
  "business_hours",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    /** Seven days, Monday first. */
    week: jsonb("week").$type<StoredPeriod[][]>().notNull(),
    /** Holidays and days with other hours: calendar days, both ends included. */
    special: jsonb("special")
      .$type<{ name: string; from: string; to: string; periods: StoredPeriod[] }[]>()
      .notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "business_hours_pkey", columns: [table.merchantId] })],
);

/** How soon people answer; a channel's own row goes before `any`. A target that is null is none. */
export const serviceLevels = pgTable(
  "service_levels",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    channel: text("channel", { enum: ["any", "web", "api"] }).notNull(),
    firstResponseMinutes: integer("first_response_minutes"),
    nextResponseMinutes: integer("next_response_minutes"),
    resolutionMinutes: integer("resolution_minutes"),
    /** `business`: minutes of opening time alone; `calendar`: around the clock. */
    counts: text("counts", { enum: ["business", "calendar"] }).notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "service_levels_pkey", columns: [table.merchantId, table.channel] })],
);

export const assignmentSettings = pgTable(
  "assignment_settings",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    mode: text("mode", { enum: ["off", "round_robin", "least_load"] }).notNull(),
    matchesLanguage: boolean("matches_language").notNull().default(true),
    /** Business minutes after which somebody else gets a conversation; null is never. */
    reassignAfterMinutes: integer("reassign_after_minutes"),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "assignment_settings_pkey", columns: [table.merchantId] })],
);

/** What a member takes on. A member without a row is available, with the default limit and any language. */
export const memberCapacities = pgTable(
  "member_capacities",
  {
    merchantId: merchantId(),
    userId: uuid("user_id").notNull(),
    isAvailable: boolean("is_available").notNull().default(true),
    /** Of customers; empty means that every language is fine. */
    languages: text("languages").array().notNull().default([]),
    maxOpen: integer("max_open").notNull().default(10),
    /** When the desk last gave them a conversation: whose turn is longest ago comes first. */
    lastAssignedAt: instant("last_assigned_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "member_capacities_pkey", columns: [table.merchantId, table.userId] }),
    foreignKey({
      name: "member_capacities_member_fkey",
      columns: [table.merchantId, table.userId],
      foreignColumns: [memberships.merchantId, memberships.userId],
    }).onDelete("cascade"),
  ],
);

/** A clock that can be stopped, as instants: what is due follows from it under any policy. */
interface StoredClock {
  ran: [from: string, to: string][];
  runningSince: string | null;
}

/** The clocks of a conversation that people have. It goes when the bot gets the conversation back. */
export const conversationTimers = pgTable(
  "conversation_timers",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").notNull(),
    /** What the customer waits for; null while people wait for the customer. */
    awaits: text("awaits", { enum: ["first_response", "next_response"] }),
    hasAnswered: boolean("has_answered").notNull().default(false),
    response: jsonb("response").$type<StoredClock>().notNull(),
    resolution: jsonb("resolution").$type<StoredClock>().notNull(),
    responseDueAt: instant("response_due_at"),
    resolutionDueAt: instant("resolution_due_at"),
    responseBreachedAt: instant("response_breached_at"),
    resolutionBreachedAt: instant("resolution_breached_at"),
    assigneeId: uuid("assignee_id"),
    assigneeSince: instant("assignee_since"),
    /** When somebody else gets it, unless the assignee answers before. */
    reassignAt: instant("reassign_at"),
    /** Who had it and did not answer, or gave it back: nobody gets it twice before somebody has answered. */
    passedBy: uuid("passed_by").array().notNull().default([]),
  },
  (table) => [
    primaryKey({ name: "conversation_timers_pkey", columns: [table.merchantId, table.conversationId] }),
    index("conversation_timers_response_due_idx")
      .on(table.responseDueAt)
      .where(sql`${table.responseBreachedAt} is null`),
    index("conversation_timers_resolution_due_idx")
      .on(table.resolutionDueAt)
      .where(sql`${table.resolutionBreachedAt} is null`),
    index("conversation_timers_reassign_idx").on(table.reassignAt),
    foreignKey({
      name: "conversation_timers_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);

/** An agent's reply that goes out later. What was sent stays as the message that it became. */
export const scheduledMessages = pgTable(
  "scheduled_messages",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    /** The sender's own id: the same wish sent twice is kept once. */
    clientMessageId: text("client_message_id").notNull(),
    authorUserId: uuid("author_user_id")
      .notNull()
      .references(() => users.id),
    text: text("text").notNull(),
    sendAt: instant("send_at").notNull(),
    /** `held`: something has happened since, and a person decides. */
    state: text("state", { enum: ["waiting", "held", "sent", "cancelled"] })
      .notNull()
      .default("waiting"),
    heldBecause: text("held_because", { enum: ["customer_wrote", "not_with_people", "author_left"] }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "scheduled_messages_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("scheduled_messages_client_message_id_key").on(
      table.merchantId,
      table.conversationId,
      table.clientMessageId,
    ),
    index("scheduled_messages_due_idx").on(table.sendAt).where(sql`${table.state} = 'waiting'`),
    foreignKey({
      name: "scheduled_messages_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);
