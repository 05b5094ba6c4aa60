import type { MergeScope } from "./merge-records";
import { execute, type ImportSql } from "./sql-connection";

/** How the staged lines of orders or returns become rows below their merged records. */
export interface LineSpec {
  table: string;
  /** The line's column that names its record: order_id or return_id. */
  parent: string;
  parentTable: string;
  /** Temporary table with external_id (of the record), position and the columns. */
  staged: string;
  merged: string;
  columns: readonly string[];
}

/** New records get their lines; of those that exist each line that differs is written, added or removed. */
export async function mergeLines(sql: ImportSql, spec: LineSpec, scope: MergeScope): Promise<void> {
  await insertLines(sql, spec, scope);
  const [existing] = await sql.unsafe(`SELECT 1 FROM ${spec.merged} WHERE NOT is_new LIMIT 1`);
  if (!existing) return;
  await stageKnownLines(sql, spec);
  await updateLines(sql, spec, scope);
  await addLines(sql, spec, scope);
  await removeLines(sql, spec, scope);
  await touchRecords(sql, spec, scope);
}

async function insertLines(sql: ImportSql, spec: LineSpec, scope: MergeScope): Promise<void> {
  await execute(
    sql,
    `INSERT INTO ${spec.table} (merchant_id, id, ${spec.parent}, position, ${spec.columns.join(", ")})
     SELECT $1::uuid, uuid_v7(), merged.id, line.position, ${prefixed(spec, "line")}
     FROM ${spec.staged} line JOIN ${spec.merged} merged ON merged.external_id = line.external_id
     WHERE merged.is_new`,
    [scope.merchantId],
  );
}

/** Lines of records that exist, with the record's id: each later step is one join on (record, position). */
async function stageKnownLines(sql: ImportSql, spec: LineSpec): Promise<void> {
  await execute(
    sql,
    `CREATE TEMP TABLE ${knownLines(spec)} ON COMMIT DROP AS
     SELECT merged.id AS record_id, line.position, ${prefixed(spec, "line")}
     FROM ${spec.staged} line JOIN ${spec.merged} merged ON merged.external_id = line.external_id
     WHERE NOT merged.is_new`,
  );
  await execute(sql, `ANALYZE ${knownLines(spec)}`);
}

async function updateLines(sql: ImportSql, spec: LineSpec, scope: MergeScope): Promise<void> {
  await markChanged(
    sql,
    spec,
    `UPDATE ${spec.table} target SET ${spec.columns.map((name) => `${name} = line.${name}`).join(", ")}
     FROM ${knownLines(spec)} line
     WHERE target.merchant_id = $1::uuid AND target.${spec.parent} = line.record_id
       AND target.position = line.position
       AND ROW(${prefixed(spec, "target")}) IS DISTINCT FROM ROW(${prefixed(spec, "line")})
     RETURNING target.${spec.parent} AS id`,
    scope,
  );
}

async function addLines(sql: ImportSql, spec: LineSpec, scope: MergeScope): Promise<void> {
  await markChanged(
    sql,
    spec,
    `INSERT INTO ${spec.table} (merchant_id, id, ${spec.parent}, position, ${spec.columns.join(", ")})
     SELECT $1::uuid, uuid_v7(), line.record_id, line.position, ${prefixed(spec, "line")}
     FROM ${knownLines(spec)} line
     WHERE NOT EXISTS (
       SELECT FROM ${spec.table} target WHERE target.merchant_id = $1::uuid
         AND target.${spec.parent} = line.record_id AND target.position = line.position)
     ON CONFLICT (merchant_id, ${spec.parent}, position) DO NOTHING
     RETURNING ${spec.parent} AS id`,
    scope,
  );
}

async function removeLines(sql: ImportSql, spec: LineSpec, scope: MergeScope): Promise<void> {
  await markChanged(
    sql,
    spec,
    `DELETE FROM ${spec.table} target USING ${spec.merged} merged
     WHERE NOT merged.is_new AND target.merchant_id = $1::uuid AND target.${spec.parent} = merged.id
       AND NOT EXISTS (SELECT FROM ${knownLines(spec)} line
                       WHERE line.record_id = target.${spec.parent} AND line.position = target.position)
     RETURNING target.${spec.parent} AS id`,
    scope,
  );
}

async function markChanged(
  sql: ImportSql,
  spec: LineSpec,
  statement: string,
  scope: MergeScope,
): Promise<void> {
  await execute(
    sql,
    `WITH written AS (${statement})
     UPDATE ${spec.merged} merged SET is_changed = true
     FROM (SELECT DISTINCT id FROM written) AS changed WHERE merged.id = changed.id`,
    [scope.merchantId],
  );
}

/** A record of which only lines changed has changed too. */
async function touchRecords(sql: ImportSql, spec: LineSpec, scope: MergeScope): Promise<void> {
  await execute(
    sql,
    `UPDATE ${spec.parentTable} target SET updated_at = $2::timestamptz FROM ${spec.merged} merged
     WHERE merged.is_changed AND target.merchant_id = $1::uuid AND target.id = merged.id
       AND target.updated_at <> $2::timestamptz`,
    [scope.merchantId, scope.now],
  );
}

function knownLines(spec: LineSpec): string {
  return `known_${spec.table}`;
}

function prefixed(spec: LineSpec, table: string): string {
  return spec.columns.map((name) => `${table}.${name}`).join(", ");
}
