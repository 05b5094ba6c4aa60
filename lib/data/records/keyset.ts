import { type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { CursorPosition } from "@/lib/core/pagination";

/** What a list is sorted by: the expression, its SQL type and the direction; the id breaks ties the same way. */
export interface SortOrder {
  value: SQL;
  type: "timestamptz" | "text" | "bigint";
  id: SQL;
  descending: boolean;
}

/** Rows after a cursor, as a row comparison: PostgreSQL starts reading the index at that very place. */
export function afterCursor(order: SortOrder, after: CursorPosition | null): SQL {
  if (!after) return sql`true`;
  if (!isOfType(after.value, order.type)) {
    throw new AppError(
      "invalid_input",
      "This cursor belongs to a list sorted otherwise. Start again without it.",
      {
        issues: [{ path: "cursor", message: "Not a cursor of this list." }],
      },
    );
  }
  const than = order.descending ? sql`<` : sql`>`;
  return sql`(${order.value}, ${order.id}) ${than} (${after.value}::${sql.raw(order.type)}, ${after.id}::uuid)`;
}

export function orderBy(order: SortOrder): SQL {
  const direction = order.descending ? sql`DESC` : sql`ASC`;
  return sql`${order.value} ${direction}, ${order.id} ${direction}`;
}

function isOfType(value: string, type: SortOrder["type"]): boolean {
  if (type === "bigint") return /^-?\d{1,18}$/.test(value);
  if (type === "timestamptz")
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
  return !value.includes("\0");
}

/** `q` as a LIKE pattern: what people type means itself, wildcards included. */
export function likePattern(q: string, where: "anywhere" | "start"): string {
  const literal = q.replace(/[\\%_]/g, "\\$&");
  return where === "anywhere" ? `%${literal}%` : `${literal}%`;
}

/** An instant from a raw statement (PostgreSQL's text) as ISO 8601 in UTC. */
export function toIso(value: string): string;
export function toIso(value: string | null): string | null;
export function toIso(value: string | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
