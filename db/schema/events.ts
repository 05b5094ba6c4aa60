import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { products } from "./catalog";
import { instant, merchantId, minor } from "./columns";
import { customers } from "./customers";
import { merchants } from "./merchants";

/** What people did in the shop: append-only, deduplicated by the sender's own id. */
export const events = pgTable(
  "events",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    type: text("type").notNull(),
    customerId: uuid("customer_id"),
    anonymousId: text("anonymous_id"),
    productId: uuid("product_id"),
    query: text("query"),
    quantity: integer("quantity"),
    valueMinor: minor("value_minor"),
    recommendationId: uuid("recommendation_id"),
    campaignId: uuid("campaign_id"),
    channel: text("channel"),
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: "events_pkey", columns: [table.merchantId, table.id] }),
    index("events_occurred_at_idx").on(table.merchantId, table.occurredAt),
    index("events_anonymous_idx")
      .on(table.merchantId, table.anonymousId)
      .where(sql`${table.anonymousId} is not null`),
    index("events_customer_idx")
      .on(table.merchantId, table.customerId, table.occurredAt)
      .where(sql`${table.customerId} is not null`),
    foreignKey({
      name: "events_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
    foreignKey({
      name: "events_product_fkey",
      columns: [table.merchantId, table.productId],
      foreignColumns: [products.merchantId, products.id],
    }),
  ],
);
