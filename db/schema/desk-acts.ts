import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { merchants, users } from "./merchants";

/** Named filters of the inbox. Read through their schema, which drops what it does not know. */
export const inboxViews = pgTable(
  "inbox_views",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** Whose alone it is; null is the whole shop's. */
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The name without case and width: no two of a list look the same. */
    nameKey: text("name_key").notNull(),
    filters: jsonb("filters").$type<Record<string, unknown>>().notNull(),
    position: integer("position").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "inbox_views_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("inbox_views_shop_name_key")
      .on(table.merchantId, table.nameKey)
      .where(sql`${table.ownerId} is null`),
    uniqueIndex("inbox_views_own_name_key")
      .on(table.merchantId, table.ownerId, table.nameKey)
      .where(sql`${table.ownerId} is not null`),
  ],
);

/** Steps that run on a conversation one after the other. Read through the schema of steps. */
export const macros = pgTable(
  "macros",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    steps: jsonb("steps").$type<Record<string, unknown>[]>().notNull(),
    timesUsed: integer("times_used").notNull().default(0),
    lastUsedAt: instant("last_used_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "macros_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("macros_shop_name_key")
      .on(table.merchantId, table.nameKey)
      .where(sql`${table.ownerId} is null`),
    uniqueIndex("macros_own_name_key")
      .on(table.merchantId, table.ownerId, table.nameKey)
      .where(sql`${table.ownerId} is not null`),
  ],
);

/** How a conversation stood before an act. No words of anybody: ids, states and instants alone. */
export interface StandingBefore {
  conversationId: string;
  status: "open" | "snoozed" | "resolved";
  owner: "bot" | "human";
  assigneeId: string | null;
  handoffReason: string | null;
  waitingSince: string | null;
  snoozedUntil: string | null;
  resolvedAt: string | null;
  labelIds: string[];
  /** Its clocks, as their row was; null where none ran. */
  timers: Record<string, unknown> | null;
  /** When the act had changed it. Whatever has changed since is not put back. */
  changedAt: string;
}

/** What was done to conversations and can be taken back for a day. */
export const undoableActs = pgTable(
  "undoable_acts",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** Who did it, and alone may take it back: a member's id or a key's. */
    actorId: text("actor_id").notNull(),
    before: jsonb("before").$type<StandingBefore[]>().notNull(),
    undoneAt: instant("undone_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "undoable_acts_pkey", columns: [table.merchantId, table.id] }),
    index("undoable_acts_created_at_idx").on(table.createdAt),
  ],
);
