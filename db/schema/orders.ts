import { sql } from "drizzle-orm";
import {
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
import { products } from "./catalog";
import { createdAt, currency, id, instant, merchantId, minor, updatedAt } from "./columns";
import { customers } from "./customers";
import { merchants } from "./merchants";

/** Where a parcel goes, or comes back to. */
export interface PostalAddress {
  recipient: string;
  phone?: string | undefined;
  /** Street, number, floor: what stands above the city. */
  lines: string[];
  city: string;
  /** Province, state; what the country calls it. */
  region?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** How goods come back: what a customer needs to send them. */
export interface ReturnLabel {
  rmaNumber: string;
  /** Null where the shop has not said where to: people tell the customer. */
  address: PostalAddress | null;
  carrier: string | null;
  freightPaidBy: "customer" | "shop";
  /** The goods must be on their way before this instant. */
  sendBackBefore: string;
}

export const orders = pgTable(
  "orders",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id").notNull(),
    /** What the customer sees and quotes. */
    number: text("number").notNull(),
    /** The number without case and punctuation, as it is compared: row-level security keeps functions off indexes. */
    numberKey: text("number_key").generatedAlwaysAs(
      sql`upper(regexp_replace(number, '[^[:alnum:]]', '', 'g'))`,
    ),
    /** Its digits, by which people name an order when they leave the letters out. */
    numberDigits: text("number_digits").generatedAlwaysAs(sql`regexp_replace(number, '\\D', '', 'g')`),
    /** Null for a guest. */
    customerId: uuid("customer_id"),
    /** Contact given with the order; proves it together with the number, for guests too. */
    email: text("email"),
    phone: text("phone"),
    shippingAddress: jsonb("shipping_address").$type<PostalAddress>(),
    status: text("status", {
      enum: ["pending", "paid", "shipped", "delivered", "cancelled", "returned"],
    }).notNull(),
    placedAt: instant("placed_at").notNull(),
    currency: currency().notNull(),
    discountMinor: minor("discount_minor").notNull().default(0),
    shippingMinor: minor("shipping_minor").notNull().default(0),
    totalMinor: minor("total_minor").notNull(),
    /** The total in the merchant's base currency, at `fxRate` base units for one of the order's. */
    baseTotalMinor: minor("base_total_minor").notNull(),
    fxRate: numeric("fx_rate", { mode: "number" }).notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "orders_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("orders_external_id_key").on(table.merchantId, table.externalId),
    index("orders_number_digits_idx").on(table.merchantId, table.numberDigits),
    // Ascending: read backwards they serve newest-first lists, nulls and all, as "ORDER BY … DESC" means it.
    index("orders_placed_at_idx").on(table.merchantId, table.placedAt, table.id),
    index("orders_customer_idx").on(table.merchantId, table.customerId, table.placedAt),
    foreignKey({
      name: "orders_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    orderId: uuid("order_id").notNull(),
    /** Ordinal of the line within its order, from 1. */
    position: integer("position").notNull(),
    productId: uuid("product_id"),
    quantity: integer("quantity").notNull(),
    unitPriceMinor: minor("unit_price_minor").notNull(),
    discountMinor: minor("discount_minor").notNull().default(0),
    totalMinor: minor("total_minor").notNull(),
  },
  (table) => [
    primaryKey({ name: "order_lines_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("order_lines_position_key").on(table.merchantId, table.orderId, table.position),
    index("order_lines_product_idx").on(table.merchantId, table.productId),
    foreignKey({
      name: "order_lines_order_fkey",
      columns: [table.merchantId, table.orderId],
      foreignColumns: [orders.merchantId, orders.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "order_lines_product_fkey",
      columns: [table.merchantId, table.productId],
      foreignColumns: [products.merchantId, products.id],
    }),
  ],
);

export const shipments = pgTable(
  "shipments",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    orderId: uuid("order_id").notNull(),
    externalId: text("external_id").notNull(),
    carrier: text("carrier").notNull(),
    trackingNumber: text("tracking_number").notNull(),
    status: text("status", {
      enum: ["pending", "in_transit", "out_for_delivery", "delivered", "exception"],
    }).notNull(),
    shippedAt: instant("shipped_at"),
    expectedAt: instant("expected_at"),
    deliveredAt: instant("delivered_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "shipments_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("shipments_external_id_key").on(table.merchantId, table.orderId, table.externalId),
    index("shipments_tracking_idx").on(table.merchantId, table.trackingNumber),
    foreignKey({
      name: "shipments_order_fkey",
      columns: [table.merchantId, table.orderId],
      foreignColumns: [orders.merchantId, orders.id],
    }).onDelete("cascade"),
  ],
);

export const returns = pgTable(
  "returns",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id").notNull(),
    /** Null where the source does not say which order the goods came from. */
    orderId: uuid("order_id"),
    customerId: uuid("customer_id"),
    status: text("status", { enum: ["requested", "approved", "received", "refunded", "rejected"] }).notNull(),
    reason: text("reason"),
    /** `exchange`: another product goes out instead of the money, but for the difference. */
    kind: text("kind", { enum: ["refund", "exchange"] })
      .notNull()
      .default("refund"),
    /** Of returns that were asked for here; the shop's own system has its own labels. */
    label: jsonb("label").$type<ReturnLabel>(),
    /** When the return counts against revenue. */
    returnedAt: instant("returned_at").notNull(),
    currency: currency().notNull(),
    /** Positive: what went back to the customer. */
    refundMinor: minor("refund_minor").notNull(),
    baseRefundMinor: minor("base_refund_minor").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "returns_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("returns_external_id_key").on(table.merchantId, table.externalId),
    index("returns_returned_at_idx").on(table.merchantId, table.returnedAt),
    index("returns_order_idx").on(table.merchantId, table.orderId),
    index("returns_customer_idx").on(table.merchantId, table.customerId),
    foreignKey({
      name: "returns_order_fkey",
      columns: [table.merchantId, table.orderId],
      foreignColumns: [orders.merchantId, orders.id],
    }),
    foreignKey({
      name: "returns_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
  ],
);

export const returnLines = pgTable(
  "return_lines",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    returnId: uuid("return_id").notNull(),
    position: integer("position").notNull(),
    productId: uuid("product_id"),
    quantity: integer("quantity").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    /** What goes out instead, in an exchange. */
    exchangeProductId: uuid("exchange_product_id"),
  },
  (table) => [
    primaryKey({ name: "return_lines_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("return_lines_position_key").on(table.merchantId, table.returnId, table.position),
    foreignKey({
      name: "return_lines_return_fkey",
      columns: [table.merchantId, table.returnId],
      foreignColumns: [returns.merchantId, returns.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "return_lines_product_fkey",
      columns: [table.merchantId, table.productId],
      foreignColumns: [products.merchantId, products.id],
    }),
    index("return_lines_exchange_idx")
      .on(table.merchantId, table.exchangeProductId)
      .where(sql`${table.exchangeProductId} is not null`),
    foreignKey({
      name: "return_lines_exchange_product_fkey",
      columns: [table.merchantId, table.exchangeProductId],
      foreignColumns: [products.merchantId, products.id],
    }),
  ],
);
