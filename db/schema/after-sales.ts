import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { products } from "./catalog";
import { createdAt, currency, id, instant, merchantId, minor, updatedAt } from "./columns";
import { conversations } from "./conversations";
import { customers } from "./customers";
import { merchants } from "./merchants";
import { orders, returns } from "./orders";

/** What a shop grants after a sale. The settings are read through their schema, which knows the defaults. */
export const servicePolicies = pgTable(
  "service_policies",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ name: "service_policies_pkey", columns: [table.merchantId] })],
);

/** Everything that was asked for about an order and granted: its history, and the answer that a repeat gets. */
export const orderRequests = pgTable(
  "order_requests",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** The caller's own name of this wish; the same key again gives the stored answer. */
    requestKey: text("request_key").notNull(),
    kind: text("kind", {
      enum: ["cancel", "change_lines", "change_address", "return", "exchange", "invoice", "price_protection"],
    }).notNull(),
    orderId: uuid("order_id").notNull(),
    customerId: uuid("customer_id"),
    conversationId: uuid("conversation_id"),
    returnId: uuid("return_id"),
    /** `open`: people have something left to do about it, such as paying a refund. */
    status: text("status", { enum: ["open", "done", "rejected"] }).notNull(),
    /** SHA-256 of what was asked, so that a key is not used for something else. */
    inputSha256: text("input_sha256").notNull(),
    input: jsonb("input").$type<Record<string, unknown>>().notNull(),
    result: jsonb("result").$type<Record<string, unknown>>().notNull(),
    currency: currency(),
    /** What goes back to the customer, and what the customer still has to pay. */
    refundMinor: minor("refund_minor"),
    dueMinor: minor("due_minor"),
    actorType: text("actor_type", { enum: ["user", "api_key", "customer", "system"] }).notNull(),
    actorName: text("actor_name").notNull(),
    /** What a person wrote when they closed it. */
    note: text("note"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
  },
  (table) => [
    primaryKey({ name: "order_requests_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("order_requests_request_key").on(table.merchantId, table.requestKey),
    index("order_requests_conversation_idx")
      .on(table.merchantId, table.conversationId)
      .where(sql`${table.conversationId} is not null`),
    index("order_requests_order_idx").on(table.merchantId, table.orderId, table.createdAt),
    index("order_requests_created_at_idx").on(table.merchantId, table.createdAt, table.id),
    index("order_requests_open_idx")
      .on(table.merchantId, table.createdAt, table.id)
      .where(sql`${table.status} = 'open'`),
    foreignKey({
      name: "order_requests_order_fkey",
      columns: [table.merchantId, table.orderId],
      foreignColumns: [orders.merchantId, orders.id],
    }),
    foreignKey({
      name: "order_requests_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
    foreignKey({
      name: "order_requests_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }),
    foreignKey({
      name: "order_requests_return_fkey",
      columns: [table.merchantId, table.returnId],
      foreignColumns: [returns.merchantId, returns.id],
    }),
  ],
);

/** Who wants to hear when a product is there again. */
export const restockNotices = pgTable(
  "restock_notices",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    productId: uuid("product_id").notNull(),
    customerId: uuid("customer_id"),
    conversationId: uuid("conversation_id"),
    /** Where to write when nobody knows the customer. */
    email: text("email"),
    phone: text("phone"),
    locale: text("locale"),
    /** One person waits once for a product: the customer, else the address. */
    subscriberKey: text("subscriber_key").notNull(),
    status: text("status", { enum: ["waiting", "due", "sent", "cancelled"] })
      .notNull()
      .default("waiting"),
    createdAt: createdAt(),
    dueAt: instant("due_at"),
    closedAt: instant("closed_at"),
  },
  (table) => [
    primaryKey({ name: "restock_notices_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("restock_notices_subscriber_key")
      .on(table.merchantId, table.productId, table.subscriberKey)
      .where(sql`${table.status} in ('waiting', 'due')`),
    index("restock_notices_conversation_idx")
      .on(table.merchantId, table.conversationId)
      .where(sql`${table.conversationId} is not null`),
    index("restock_notices_status_idx").on(table.merchantId, table.status, table.createdAt, table.id),
    foreignKey({
      name: "restock_notices_product_fkey",
      columns: [table.merchantId, table.productId],
      foreignColumns: [products.merchantId, products.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "restock_notices_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
    foreignKey({
      name: "restock_notices_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }),
  ],
);

export const complaints = pgTable(
  "complaints",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    requestKey: text("request_key").notNull(),
    inputSha256: text("input_sha256").notNull(),
    category: text("category", {
      enum: ["product", "delivery", "service", "refund", "price", "privacy", "other"],
    }).notNull(),
    severity: text("severity", { enum: ["low", "normal", "high"] }).notNull(),
    text: text("text").notNull(),
    status: text("status", { enum: ["open", "in_progress", "closed"] })
      .notNull()
      .default("open"),
    orderId: uuid("order_id"),
    customerId: uuid("customer_id"),
    conversationId: uuid("conversation_id"),
    /** Who took it up, as histories show it; null while nobody has. */
    ownerName: text("owner_name"),
    /** What was done about it, in a person's words. */
    resolution: text("resolution"),
    actorType: text("actor_type", { enum: ["user", "api_key", "customer", "system"] }).notNull(),
    actorName: text("actor_name").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
  },
  (table) => [
    primaryKey({ name: "complaints_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("complaints_request_key").on(table.merchantId, table.requestKey),
    index("complaints_conversation_idx")
      .on(table.merchantId, table.conversationId)
      .where(sql`${table.conversationId} is not null`),
    index("complaints_created_at_idx").on(table.merchantId, table.createdAt, table.id),
    foreignKey({
      name: "complaints_order_fkey",
      columns: [table.merchantId, table.orderId],
      foreignColumns: [orders.merchantId, orders.id],
    }),
    foreignKey({
      name: "complaints_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
    foreignKey({
      name: "complaints_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }),
  ],
);
