import { type SQL, sql } from "drizzle-orm";

/** Follows a merge: conversations and tokens may still carry the id that was merged away. */
export function currentCustomer(merchantId: string, customerId: string): SQL<string> {
  return sql<string>`(SELECT coalesce(c.merged_into_id, c.id) FROM customers c
    WHERE c.merchant_id = ${merchantId} AND c.id = ${customerId})`;
}
