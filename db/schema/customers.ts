import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { merchants } from "./merchants";

export const customers = pgTable(
  "customers",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    externalId: text("external_id").notNull(),
    name: text("name"),
    email: text("email"),
    phone: text("phone"),
    /** How two records of one person are found: without case and tag, and by the last digits, which spellings share. */
    emailKey: text("email_key").generatedAlwaysAs(sql`regexp_replace(lower(btrim(email)), '\\+[^@]*@', '@')`),
    phoneKey: text("phone_key").generatedAlwaysAs(
      sql`"right"(nullif(regexp_replace(phone, '\\D', '', 'g'), ''), 8)`,
    ),
    locale: text("locale"),
    country: text("country"),
    city: text("city"),
    /** Set when this person was merged into another record; reads follow it. */
    mergedIntoId: uuid("merged_into_id"),
    /** Set when the person's data was erased on request; what is left names no one. */
    erasedAt: instant("erased_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "customers_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("customers_external_id_key").on(table.merchantId, table.externalId),
    index("customers_created_at_idx").on(table.merchantId, table.createdAt, table.id),
    index("customers_merged_into_idx")
      .on(table.merchantId, table.mergedIntoId)
      .where(sql`${table.mergedIntoId} is not null`),
    index("customers_email_key_idx").on(table.merchantId, table.emailKey),
    index("customers_phone_key_idx").on(table.merchantId, table.phoneKey),
    index("customers_phone_idx").on(table.merchantId, table.phone),
  ],
);

/** Two records of whom somebody has said that they are not the same person. The smaller id stands first. */
export const distinctCustomers = pgTable(
  "distinct_customers",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    oneId: uuid("one_id").notNull(),
    otherId: uuid("other_id").notNull(),
    decidedBy: text("decided_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "distinct_customers_pkey",
      columns: [table.merchantId, table.oneId, table.otherId],
    }),
    index("distinct_customers_other_idx").on(table.merchantId, table.otherId),
    foreignKey({
      name: "distinct_customers_one_fkey",
      columns: [table.merchantId, table.oneId],
      foreignColumns: [customers.merchantId, customers.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "distinct_customers_other_fkey",
      columns: [table.merchantId, table.otherId],
      foreignColumns: [customers.merchantId, customers.id],
    }).onDelete("cascade"),
  ],
);
