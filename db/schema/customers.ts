import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    index("customers_phone_idx").on(table.merchantId, table.phone),
  ],
);
