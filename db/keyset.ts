import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { CursorPosition } from "@/lib/core/pagination";

/**
 * Rows after a cursor in a list that is newest first: ordered by an instant, then by id, both descending.
 * A row comparison, so that PostgreSQL starts reading the index at that very place.
 */
export function olderThan(instant: PgColumn, id: PgColumn, after: CursorPosition | null): SQL | undefined {
  return after ? sql`(${instant}, ${id}) < (${after.value}::timestamptz, ${after.id}::uuid)` : undefined;
}
