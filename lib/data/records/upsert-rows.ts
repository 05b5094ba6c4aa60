import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** A table as a set-based upsert sees it. Names are constants of the code, never outside input. */
export interface UpsertTarget {
  table: string;
  /** Besides merchant_id: what makes a row the same row. */
  key: readonly string[];
  /** Column → SQL type, `id` among them. */
  columns: Readonly<Record<string, string>>;
  /** Set at insert only. */
  insertOnly?: readonly string[];
  /** The table has `updated_at`. */
  hasUpdatedAt: boolean;
}

/**
 * Inserts or updates all rows with one statement and returns those that were written; a row that already
 * stands as given is left alone. Rows go in by key, so that two batches cannot deadlock.
 */
export async function upsertRows<Row extends Record<string, unknown>>(
  tx: Transaction,
  merchantId: string,
  target: UpsertTarget,
  rows: readonly Record<string, unknown>[],
  now: Date,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(target.columns);
  const fixed = new Set(["id", ...target.key, ...(target.insertOnly ?? [])]);
  const mutable = names.filter((name) => !fixed.has(name));
  const record = names.map((name) => `${name} ${target.columns[name]}`).join(", ");
  const stamp = target.hasUpdatedAt ? sql`, ${now.toISOString()}::timestamptz` : sql``;
  const result = await tx.execute<Row>(sql`
    INSERT INTO ${sql.raw(target.table)}
      (merchant_id, ${list(names)}${sql.raw(target.hasUpdatedAt ? ", updated_at" : "")})
    SELECT ${merchantId}::uuid, ${list(names)}${stamp}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(${sql.raw(record)})
    ORDER BY ${list(target.key)}
    ON CONFLICT (merchant_id, ${list(target.key)}) DO UPDATE
      SET ${sql.raw(mutable.map((name) => `${name} = excluded.${name}`).join(", "))}
          ${sql.raw(target.hasUpdatedAt ? ", updated_at = excluded.updated_at" : "")}
      WHERE (${list(mutable, target.table)}) IS DISTINCT FROM (${list(mutable, "excluded")})
    RETURNING *`);
  return [...result] as unknown as Row[];
}

function list(names: readonly string[], prefix?: string): SQL {
  return sql.raw(names.map((name) => (prefix ? `${prefix}.${name}` : name)).join(", "));
}

export interface UpsertedRow {
  id: string;
  status: "created" | "updated" | "unchanged";
}

/** `upsertRows` for tables keyed by external id: says for each external id which row it is and what became of it. */
export async function upsertByExternalId(
  tx: Transaction,
  merchantId: string,
  target: UpsertTarget,
  rows: readonly ({ id: string; external_id: string } & Record<string, unknown>)[],
  now: Date,
): Promise<Map<string, UpsertedRow>> {
  const given = new Map(rows.map((row) => [row.external_id, row.id]));
  const written = await upsertRows<{ id: string; external_id: string }>(tx, merchantId, target, rows, now);
  const outcome = new Map<string, UpsertedRow>();
  for (const row of written) {
    // A row keeps its first id: only a new one has the id that was made for it here.
    const status = given.get(row.external_id) === row.id ? "created" : "updated";
    outcome.set(row.external_id, { id: row.id, status });
  }
  const untouched = [...given.keys()].filter((externalId) => !outcome.has(externalId));
  if (untouched.length > 0) {
    const found = await tx.execute<{ id: string; external_id: string }>(sql`
      SELECT id, external_id FROM ${sql.raw(target.table)} WHERE merchant_id = ${merchantId}
        AND external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(untouched)}::jsonb))`);
    for (const row of found) outcome.set(row.external_id, { id: row.id, status: "unchanged" });
  }
  return outcome;
}
