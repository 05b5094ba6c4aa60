import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, currency, id, instant, merchantId, updatedAt } from "./columns";

export const merchants = pgTable("merchants", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull().unique("merchants_slug_key"),
  baseCurrency: currency("base_currency").notNull(),
  timeZone: text("time_zone").notNull(),
  defaultLocale: text("default_locale").notNull().default("en"),
  /** A shop made of generated data; its pages say so. */
  isDemo: boolean("is_demo").notNull().default(false),
  /** Shape of this shop's order numbers, for finding them in what customers write. */
  orderNumberPattern: text("order_number_pattern"),
  /** Agents see what a visitor writes before it is sent; the visitor is told. */
  typingPreview: boolean("typing_preview").notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    locale: text("locale").notNull().default("en"),
    /** Sessions issued before this instant are void: sign out everywhere, password change, removal. */
    sessionsValidFrom: instant("sessions_valid_from").notNull().defaultNow(),
    mustChangePassword: boolean("must_change_password").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("users_email_key").on(sql`lower(${table.email})`)],
);

export const memberships = pgTable(
  "memberships",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "operator", "agent", "viewer"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "memberships_pkey", columns: [table.merchantId, table.userId] }),
    index("memberships_user_id_idx").on(table.userId),
  ],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** First characters of the key, to recognise it by; the key itself is kept only as SHA-256. */
    prefix: text("prefix").notNull(),
    keyHash: text("key_hash").notNull(),
    scopes: text("scopes").array().notNull(),
    requestsPerMinute: integer("requests_per_minute").notNull().default(600),
    createdByUserId: uuid("created_by_user_id"),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ name: "api_keys_pkey", columns: [table.merchantId, table.id] }),
    unique("api_keys_key_hash_key").on(table.keyHash),
  ],
);

export const widgetKeys = pgTable(
  "widget_keys",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** Public: stands in the shop's page. */
    key: text("key").notNull(),
    /** The HMAC secret with which the shop's server vouches for its customers, encrypted at rest. */
    secretEncrypted: text("secret_encrypted").notNull(),
    /** Origins that may open sessions; empty means any. */
    allowedOrigins: text("allowed_origins").array().notNull().default([]),
    /** Personal data is hidden in the visitor's browser before a message is sent. */
    maskPersonalData: boolean("mask_personal_data").notNull().default(false),
    /** What a visitor writes is read by the text model in their own browser, for hints before it is sent. */
    understandInBrowser: boolean("understand_in_browser").notNull().default(false),
    createdAt: createdAt(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ name: "widget_keys_pkey", columns: [table.merchantId, table.id] }),
    unique("widget_keys_key_key").on(table.key),
  ],
);
