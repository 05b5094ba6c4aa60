import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
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
