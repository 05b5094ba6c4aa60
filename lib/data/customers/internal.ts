import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import type { CustomerDto } from "./schemas";

export type CustomerRow = typeof customers.$inferSelect;

export function toCustomerDto(row: CustomerRow): CustomerDto {
  return {
    id: row.id,
    externalId: row.externalId,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.locale === null ? {} : { locale: row.locale }),
    ...(row.country === null ? {} : { country: row.country }),
    ...(row.city === null ? {} : { city: row.city }),
    ...(row.erasedAt === null ? {} : { erasedAt: row.erasedAt.toISOString() }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The record that stands for this id today: itself, or the one it was merged into. */
export async function findCustomer(
  tx: Transaction,
  merchantId: string,
  id: string,
): Promise<CustomerRow | undefined> {
  const current = sql`(SELECT coalesce(c.merged_into_id, c.id) FROM customers c
    WHERE c.merchant_id = ${merchantId} AND c.id = ${id})`;
  const [row] = await tx
    .select()
    .from(customers)
    .where(sql`${eq(customers.merchantId, merchantId)} AND ${customers.id} = ${current}`);
  return row;
}
