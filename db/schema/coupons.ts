import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, currency, id, instant, merchantId, minor, updatedAt } from "./columns";
import { merchants } from "./merchants";
import { orders } from "./orders";

export const coupons = pgTable(
  "coupons",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** As shown, in capital letters. */
    code: text("code").notNull(),
    kind: text("kind", { enum: ["percent", "fixed", "free_shipping"] }).notNull(),
    /** Hundredths of a per cent: 1,250 is 12.5 %. */
    percentBasisPoints: integer("percent_basis_points"),
    amountMinor: minor("amount_minor"),
    currency: currency().notNull(),
    /** The eligible lines together must be worth at least this. */
    minimumMinor: minor("minimum_minor").notNull().default(0),
    validFrom: instant("valid_from"),
    validUntil: instant("valid_until"),
    perCustomerLimit: integer("per_customer_limit"),
    /** Empty: every product. A line counts that is among these products or in one of these categories. */
    productIds: text("product_ids").array().notNull().default([]),
    categoryIds: text("category_ids").array().notNull().default([]),
    /** Shown to whoever asks what there is; others must name the code. */
    isPublic: boolean("is_public").notNull().default(false),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "coupons_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("coupons_code_key").on(table.merchantId, table.code),
    index("coupons_created_at_idx").on(table.merchantId, table.createdAt, table.id),
  ],
);

/** Which order a coupon was used for; what the limit per customer counts. */
export const couponUses = pgTable(
  "coupon_uses",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    couponId: uuid("coupon_id").notNull(),
    orderId: uuid("order_id").notNull(),
    discountMinor: minor("discount_minor").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "coupon_uses_pkey", columns: [table.merchantId, table.couponId, table.orderId] }),
    foreignKey({
      name: "coupon_uses_coupon_fkey",
      columns: [table.merchantId, table.couponId],
      foreignColumns: [coupons.merchantId, coupons.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "coupon_uses_order_fkey",
      columns: [table.merchantId, table.orderId],
      foreignColumns: [orders.merchantId, orders.id],
    }).onDelete("cascade"),
  ],
);
