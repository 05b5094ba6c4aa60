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
import { createdAt, currency, id, merchantId, minor, updatedAt } from "./columns";
import { merchants } from "./merchants";

/** A name in the languages that the shop writes; at least one is present. */
export interface LocalizedName {
  zh?: string | undefined;
  en?: string | undefined;
  es?: string | undefined;
}

export const categories = pgTable(
  "categories",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id").notNull(),
    parentId: uuid("parent_id"),
    name: jsonb("name").$type<LocalizedName>().notNull(),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "categories_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("categories_external_id_key").on(table.merchantId, table.externalId),
    foreignKey({
      name: "categories_parent_fkey",
      columns: [table.merchantId, table.parentId],
      foreignColumns: [table.merchantId, table.id],
    }),
  ],
);

export const suppliers = pgTable(
  "suppliers",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    email: text("email"),
    leadTimeDaysMean: numeric("lead_time_days_mean", { mode: "number" }),
    leadTimeDaysSd: numeric("lead_time_days_sd", { mode: "number" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "suppliers_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("suppliers_external_id_key").on(table.merchantId, table.externalId),
  ],
);

export const products = pgTable(
  "products",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id").notNull(),
    sku: text("sku").notNull(),
    name: jsonb("name").$type<LocalizedName>().notNull(),
    priceMinor: minor("price_minor").notNull(),
    costMinor: minor("cost_minor"),
    currency: currency().notNull(),
    onHand: integer("on_hand").notNull().default(0),
    reserved: integer("reserved").notNull().default(0),
    /** Below or at this available quantity the product is a stock alert; null means it is not watched. */
    reorderPoint: integer("reorder_point"),
    supplierId: uuid("supplier_id"),
    /** Products of one group are one thing in other colours, materials or sizes. */
    variantGroup: text("variant_group"),
    /** What tells it from the others of its group: `{ size: { en: "M" } }`. */
    options: jsonb("options").$type<Record<string, LocalizedName>>(),
    /** Written and read through the schema of size charts. */
    sizeChart: jsonb("size_chart").$type<Record<string, unknown>>(),
    status: text("status", { enum: ["active", "draft", "archived"] })
      .notNull()
      .default("active"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "products_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("products_external_id_key").on(table.merchantId, table.externalId),
    index("products_created_at_idx").on(table.merchantId, table.createdAt, table.id),
    index("products_variant_group_idx")
      .on(table.merchantId, table.variantGroup)
      .where(sql`${table.variantGroup} is not null`),
    foreignKey({
      name: "products_supplier_fkey",
      columns: [table.merchantId, table.supplierId],
      foreignColumns: [suppliers.merchantId, suppliers.id],
    }),
  ],
);

export const productCategories = pgTable(
  "product_categories",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    productId: uuid("product_id").notNull(),
    categoryId: uuid("category_id").notNull(),
  },
  (table) => [
    primaryKey({
      name: "product_categories_pkey",
      columns: [table.merchantId, table.productId, table.categoryId],
    }),
    index("product_categories_category_idx").on(table.merchantId, table.categoryId),
    foreignKey({
      name: "product_categories_product_fkey",
      columns: [table.merchantId, table.productId],
      foreignColumns: [products.merchantId, products.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "product_categories_category_fkey",
      columns: [table.merchantId, table.categoryId],
      foreignColumns: [categories.merchantId, categories.id],
    }).onDelete("cascade"),
  ],
);
