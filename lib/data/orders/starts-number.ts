import { type SQL, sql } from "drizzle-orm";
import { normalizeOrderNumber } from "./order-proof";

/**
 * How the number of an order `o` begins, without case and punctuation; digits alone find it without its letters too.
 */
export function startsNumber(q: string): SQL {
  const { key, digits } = normalizeOrderNumber(q);
  if (key === "") return sql`false`;
  return key === digits ? sql`o.number_digits LIKE ${`${digits}%`}` : sql`o.number_key LIKE ${`${key}%`}`;
}
