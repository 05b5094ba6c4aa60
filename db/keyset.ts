import { and, eq, lt, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { CursorPosition } from "@/lib/core/pagination";

/** Rows after a cursor in a list that is newest first: ordered by an instant, then by id, both descending. */
export function olderThan(instant: PgColumn, id: PgColumn, after: CursorPosition | null): SQL | undefined {
  if (!after) return undefined;
  const at = new Date(after.value);
  return or(lt(instant, at), and(eq(instant, at), lt(id, after.id)));
}
