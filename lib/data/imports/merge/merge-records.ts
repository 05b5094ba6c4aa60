import { execute, type ImportSql } from "./sql-connection";

export interface RecordColumn {
  name: string;
  /** SQL for a new record whose staged cell is null; none means null. */
  initially?: string;
  /** SQL for the value of a record that exists, of `staged` and `target`; an empty cell leaves what is there. */
  updated?: string;
}

/** How staged records become rows of a table that has `external_id`, `created_at` and `updated_at`. */
export interface RecordSpec {
  table: string;
  /** Temporary table with `external_id` and the columns. */
  staged: string;
  /** Temporary table that this step makes: external_id, id, is_new, is_changed. */
  merged: string;
  columns: readonly RecordColumn[];
  /** Order of insertion, so that new ids follow it. */
  orderBy: string;
}

export interface MergeScope {
  merchantId: string;
  /** ISO instant for created_at and updated_at. */
  now: string;
}

/** Inserts what is new and updates what differs; rows that are equal are not written at all. */
export async function mergeRecords(sql: ImportSql, spec: RecordSpec, scope: MergeScope): Promise<void> {
  await execute(
    sql,
    `CREATE TEMP TABLE ${spec.merged} (external_id text PRIMARY KEY, id uuid NOT NULL,
       is_new boolean NOT NULL, is_changed boolean NOT NULL DEFAULT false) ON COMMIT DROP`,
  );
  await insertNew(sql, spec, scope);
  const existing = await findExisting(sql, spec, scope);
  await execute(sql, `ANALYZE ${spec.merged}`);
  if (existing > 0) await updateChanged(sql, spec, scope);
}

async function insertNew(sql: ImportSql, spec: RecordSpec, scope: MergeScope): Promise<void> {
  const names = spec.columns.map((column) => column.name).join(", ");
  const values = spec.columns.map(({ name, initially }) =>
    initially ? `coalesce(staged.${name}, ${initially})` : `staged.${name}`,
  );
  await execute(
    sql,
    `WITH created AS (
       INSERT INTO ${spec.table} (merchant_id, id, external_id, created_at, updated_at, ${names})
       SELECT $1::uuid, uuid_v7(), staged.external_id, $2::timestamptz, $2::timestamptz, ${values.join(", ")}
       FROM ${spec.staged} staged
       WHERE NOT EXISTS (SELECT FROM ${spec.table} target
                         WHERE target.merchant_id = $1::uuid AND target.external_id = staged.external_id)
       ORDER BY ${spec.orderBy}
       ON CONFLICT (merchant_id, external_id) DO NOTHING
       RETURNING external_id, id)
     INSERT INTO ${spec.merged} (external_id, id, is_new) SELECT external_id, id, true FROM created`,
    [scope.merchantId, scope.now],
  );
}

async function findExisting(sql: ImportSql, spec: RecordSpec, scope: MergeScope): Promise<number> {
  return execute(
    sql,
    `INSERT INTO ${spec.merged} (external_id, id, is_new)
     SELECT target.external_id, target.id, false
     FROM ${spec.staged} staged
     JOIN ${spec.table} target ON target.merchant_id = $1::uuid AND target.external_id = staged.external_id
     WHERE NOT EXISTS (SELECT FROM ${spec.merged} merged WHERE merged.external_id = staged.external_id)`,
    [scope.merchantId],
  );
}

async function updateChanged(sql: ImportSql, spec: RecordSpec, scope: MergeScope): Promise<void> {
  const pairs = spec.columns.map(({ name, updated }) => ({
    name,
    value: updated ?? `coalesce(staged.${name}, target.${name})`,
  }));
  await execute(
    sql,
    `WITH changed AS (
       UPDATE ${spec.table} target
       SET ${pairs.map(({ name, value }) => `${name} = ${value}`).join(", ")}, updated_at = $2::timestamptz
       FROM ${spec.staged} staged JOIN ${spec.merged} merged ON merged.external_id = staged.external_id
       WHERE NOT merged.is_new AND target.merchant_id = $1::uuid AND target.id = merged.id
         AND (${pairs.map(({ name, value }) => `target.${name} IS DISTINCT FROM ${value}`).join(" OR ")})
       RETURNING target.id)
     UPDATE ${spec.merged} merged SET is_changed = true FROM changed WHERE merged.id = changed.id`,
    [scope.merchantId, scope.now],
  );
}

export interface RecordCounts {
  created: number;
  updated: number;
  unchanged: number;
}

export async function countMerged(sql: ImportSql, merged: string): Promise<RecordCounts> {
  const [row] = await sql.unsafe(
    `SELECT count(*) FILTER (WHERE is_new)::int AS created,
            count(*) FILTER (WHERE NOT is_new AND is_changed)::int AS updated,
            count(*) FILTER (WHERE NOT is_new AND NOT is_changed)::int AS unchanged FROM ${merged}`,
  );
  return row as unknown as RecordCounts;
}
