import { checkRow, rawRow } from "./check-row";
import type { ColumnMap } from "./column-map";
import { copyRows } from "./merge/copy-rows";
import type { KindHandler } from "./merge/kind";
import { execute, type ImportSql } from "./merge/sql-connection";
import type { RecordBatch } from "./read/raw-record";
import type { OpenedFile } from "./read/read-records";
import { type ImportSettings, requireMap } from "./resolve-map";
import type { Cell, RowCheck, ShopFacts } from "./validate/row-check";

export interface RowCounts {
  read: number;
  accepted: number;
  rejected: number;
  rejectedAmountMinor: number;
}

export interface StagedFile {
  counts: RowCounts;
  map: ColumnMap;
  columns: string[];
}

interface StageOptions {
  file: OpenedFile;
  handler: KindHandler;
  settings: ImportSettings;
  shop: ShopFacts;
  /** Called after each batch; throws when the import was cancelled. */
  onBatch: (counts: RowCounts) => void;
}

/** Reads the file once, batch by batch, into the temporary tables `staged_rows` and `staged_rejections`. */
export async function stageRows(sql: ImportSql, options: StageOptions): Promise<StagedFile> {
  const { file, handler, settings, shop, onBatch } = options;
  await createStagingTables(sql, handler);
  const counts: RowCounts = { read: 0, accepted: 0, rejected: 0, rejectedAmountMinor: 0 };
  let map: ColumnMap | undefined;
  let check: RowCheck | undefined;
  let columns: string[] = [];
  // While the database takes one batch in, the next one is read and checked; never more than that one.
  let copying: Promise<void> = Promise.resolve();
  for await (const batch of file.batches) {
    if (!map || !check || batch.columns.length !== columns.length) {
      columns = batch.columns;
      map ??= requireMap(settings, columns, sampleCells(batch));
      check = handler.makeCheck(map, columns, shop);
    }
    const { accepted, rejected } = splitBatch(batch, check, counts);
    await copying;
    copying = copyBatch(sql, handler, accepted, rejected);
    copying.catch(() => {}); // Awaited one turn later; until then it must not count as unhandled.
    onBatch(counts);
  }
  await copying;
  map ??= requireMap(settings, columns, []);
  await execute(sql, "ANALYZE staged_rows");
  return { counts, map, columns };
}

const REJECTION_COLUMNS = ["row_number", "raw", "code", "message", "amount_minor"];

async function copyBatch(
  sql: ImportSql,
  handler: KindHandler,
  accepted: Cell[][],
  rejected: Cell[][],
): Promise<void> {
  await copyRows(sql, "staged_rows", ["row_number", ...handler.columns], accepted);
  await copyRows(sql, "staged_rejections", REJECTION_COLUMNS, rejected);
}

async function createStagingTables(sql: ImportSql, handler: KindHandler): Promise<void> {
  await execute(
    sql,
    `CREATE TEMP TABLE staged_rows (row_number integer, ${handler.stagingColumns}) ON COMMIT DROP`,
  );
  await execute(
    sql,
    `CREATE TEMP TABLE staged_rejections (row_number integer, raw jsonb, code text, message text,
       amount_minor bigint) ON COMMIT DROP`,
  );
}

function splitBatch(batch: RecordBatch, check: RowCheck, counts: RowCounts) {
  const accepted: Cell[][] = [];
  const rejected: Cell[][] = [];
  for (const record of batch.records) {
    const result = checkRow(record, check);
    counts.read += 1;
    if ("cells" in result) {
      counts.accepted += 1;
      accepted.push([record.rowNumber, ...result.cells]);
      continue;
    }
    const { code, message, amountMinor } = result.rejection;
    counts.rejected += 1;
    counts.rejectedAmountMinor += amountMinor ?? 0;
    const raw = JSON.stringify(rawRow(record, batch.columns));
    rejected.push([record.rowNumber, raw, code, message.toWellFormed(), amountMinor]);
  }
  return { accepted, rejected };
}

/** Cells of the first records, from which the number and date formats are guessed. */
function sampleCells(batch: RecordBatch): string[] {
  return batch.records.slice(0, 200).flatMap((record) => record.values);
}

/** Moves the quarantine into its table; it is written with the import or not at all. */
export async function storeRejections(sql: ImportSql, merchantId: string, importId: string): Promise<void> {
  await execute(
    sql,
    `INSERT INTO import_rejections (merchant_id, import_id, row_number, raw, code, message, amount_minor)
     SELECT $1::uuid, $2::uuid, row_number, raw, code, message, amount_minor FROM staged_rejections
     ORDER BY row_number`,
    [merchantId, importId],
  );
}
