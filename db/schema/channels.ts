import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
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
import { customers } from "./customers";
import { merchants } from "./merchants";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** As lib/platform/channels/adapter.ts names them; the database knows no adapters. */
export const CHANNEL_KINDS = [
  "email",
  "telegram",
  "whatsapp",
  "wechat_official",
  "wechat_mini_program",
  "douyin",
] as const;

/** A shop's account on a platform where customers write. */
export const channelAccounts = pgTable(
  "channel_accounts",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    kind: text("kind", { enum: CHANNEL_KINDS }).notNull(),
    name: text("name").notNull(),
    /** What the adapter's settings hold beside the secrets. */
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
    /** The secrets among the settings as JSON, sealed; empty once the account is removed. */
    secretsSealed: text("secrets_sealed").notNull(),
    isEnabled: boolean("is_enabled").notNull().default(true),
    /** The unguessable part of the address to which the platform sends. */
    addressToken: text("address_token").notNull(),
    lastInboundAt: instant("last_inbound_at"),
    lastSentAt: instant("last_sent_at"),
    lastError: text("last_error"),
    lastErrorAt: instant("last_error_at"),
    /** Calls that were not let in: forged, expired or malformed. */
    refusedCalls: integer("refused_calls").notNull().default(0),
    /** Sendings that failed in a row for the platform's or the connection's sake. */
    failuresInRow: integer("failures_in_row").notNull().default(0),
    /** While this lies ahead nothing is sent; after it one message is tried. */
    circuitOpenUntil: instant("circuit_open_until"),
    /** A removed account keeps its row, since conversations refer to it. */
    removedAt: instant("removed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "channel_accounts_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("channel_accounts_address_key").on(table.addressToken),
    index("channel_accounts_created_at_idx").on(table.merchantId, table.createdAt, table.id),
  ],
);

/** A person as a platform knows them, in one account. */
export const channelContacts = pgTable(
  "channel_contacts",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    accountId: uuid("account_id").notNull(),
    /** The platform's own name for the person. */
    providerId: text("provider_id").notNull(),
    customerId: uuid("customer_id"),
    name: text("name"),
    email: text("email"),
    phone: text("phone"),
    /** How two records of one person are found: without case and tag, and by the last digits, which spellings share. */
    emailKey: text("email_key").generatedAlwaysAs(sql`regexp_replace(lower(btrim(email)), '\\+[^@]*@', '@')`),
    phoneKey: text("phone_key").generatedAlwaysAs(
      sql`"right"(nullif(regexp_replace(phone, '\\D', '', 'g'), ''), 8)`,
    ),
    /** Of the person's latest e-mail. */
    subject: text("subject"),
    lastInboundAt: instant("last_inbound_at"),
    lastInboundProviderId: text("last_inbound_provider_id"),
    /** Messages given to the platform since then: some allow only so many. */
    repliesSinceInbound: integer("replies_since_inbound").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "channel_contacts_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("channel_contacts_provider_key").on(table.merchantId, table.accountId, table.providerId),
    index("channel_contacts_email_key_idx").on(table.merchantId, table.emailKey),
    index("channel_contacts_phone_key_idx").on(table.merchantId, table.phoneKey),
    index("channel_contacts_customer_idx").on(table.merchantId, table.customerId),
    foreignKey({
      name: "channel_contacts_account_fkey",
      columns: [table.merchantId, table.accountId],
      foreignColumns: [channelAccounts.merchantId, channelAccounts.id],
    }),
    foreignKey({
      name: "channel_contacts_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }),
  ],
);

/** A platform's person and a customer of whom somebody has said that they are not the same. */
export const distinctContacts = pgTable(
  "distinct_contacts",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    contactId: uuid("contact_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    decidedBy: text("decided_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "distinct_contacts_pkey",
      columns: [table.merchantId, table.contactId, table.customerId],
    }),
    foreignKey({
      name: "distinct_contacts_contact_fkey",
      columns: [table.merchantId, table.contactId],
      foreignColumns: [channelContacts.merchantId, channelContacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "distinct_contacts_customer_fkey",
      columns: [table.merchantId, table.customerId],
      foreignColumns: [customers.merchantId, customers.id],
    }).onDelete("cascade"),
  ],
);

/** A platform's access tokens, shared by all processes: with some, asking for a new one ends the old. */
export const channelTokens = pgTable(
  "channel_tokens",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    accountId: uuid("account_id").notNull(),
    name: text("name").notNull(),
    tokenSealed: text("token_sealed").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "channel_tokens_pkey", columns: [table.merchantId, table.accountId, table.name] }),
    foreignKey({
      name: "channel_tokens_account_fkey",
      columns: [table.merchantId, table.accountId],
      foreignColumns: [channelAccounts.merchantId, channelAccounts.id],
    }).onDelete("cascade"),
  ],
);

/** What platforms sent, as it came, each once; kept for 30 days. */
export const inboundCalls = pgTable(
  "inbound_calls",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    accountId: uuid("account_id").notNull(),
    /** The platform's id of the event; of several in one call, a hash over theirs. */
    providerId: text("provider_id").notNull(),
    /** Whose messages it carries, for the order of processing and for erasure. */
    senderIds: text("sender_ids").array().notNull().default([]),
    receivedAt: instant("received_at").notNull(),
    method: text("method").notNull(),
    /** Signatures and keys are blanked. */
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    query: jsonb("query").$type<Record<string, string>>().notNull(),
    body: bytes("body").notNull(),
    /** What the adapter read in it when it had checked it. */
    events: jsonb("events").$type<unknown[]>().notNull(),
    state: text("state", { enum: ["received", "processed", "refused", "failed"] })
      .notNull()
      .default("received"),
    error: text("error"),
    attempts: integer("attempts").notNull().default(0),
    processedAt: instant("processed_at"),
  },
  (table) => [
    primaryKey({ name: "inbound_calls_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("inbound_calls_provider_key").on(table.merchantId, table.accountId, table.providerId),
    index("inbound_calls_state_idx").on(table.state, table.receivedAt),
    foreignKey({
      name: "inbound_calls_account_fkey",
      columns: [table.merchantId, table.accountId],
      foreignColumns: [channelAccounts.merchantId, channelAccounts.id],
    }).onDelete("cascade"),
  ],
);
