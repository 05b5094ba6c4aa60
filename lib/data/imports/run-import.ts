import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { columnMapSchema } from "./column-map";
import { type ImportProgress, ProgressReporter } from "./import-progress";
import { awaitMergeTurn, interruptSession, withImportSession } from "./import-session";
import { forgetFile, markRunning, updateRunning } from "./import-state";
import type { ImportRow } from "./internal";
import { KIND_HANDLERS } from "./kinds";
import type { MergeOutcome } from "./merge/kind";
import type { ImportSql } from "./merge/sql-connection";
import { getImport } from "./queries";
import { openRecords } from "./read/read-records";
import { checkSettings, type ImportSettings } from "./resolve-map";
import type { ImportDto } from "./schemas";
import { loadShopFacts } from "./shop-facts";
import { type StagedFile, stageRows, storeRejections } from "./stage-rows";
import { readStoredFile, removeFile } from "./stored-file";

export interface RunImportOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

/**
 * Imports a stored file in one transaction: all of it, or, after a failure, a crash or a cancellation, nothing.
 * A file that cannot be imported ends as `failed` with the reason. Anything unforeseen does too and is thrown,
 * so that the queue tries again from the start.
 */
export async function runImport(
  ctx: Context,
  importId: string,
  options: RunImportOptions = {},
): Promise<ImportDto> {
  let row: ImportRow | null = null;
  const cancelled = new AbortController();
  try {
    await withImportSession(ctx.merchantId, importId, async (sql, backendPid) => {
      row = await markRunning(ctx, importId);
      if (!row) return;
      const stops = [cancelled.signal, ...(options.signal ? [options.signal] : [])];
      const signal = AbortSignal.any(stops);
      const interrupt = () => void interruptSession(backendPid);
      signal.addEventListener("abort", interrupt);
      const reporter = new ProgressReporter(
        ctx,
        importId,
        backendPid,
        () => cancelled.abort(),
        options.onProgress,
      );
      reporter.start();
      try {
        signal.throwIfAborted();
        await transfer(sql, ctx, row, reporter, signal);
      } finally {
        signal.removeEventListener("abort", interrupt);
        await reporter.stop();
      }
    });
  } catch (error) {
    await settleFailure(ctx, row, error, options.signal?.aborted ?? false, cancelled.signal.aborted);
  }
  if (row) await clearFile(ctx, row);
  return getImport(ctx, { id: importId });
}

/** Reads, checks, stages and merges the file and writes the summary, all in the session's transaction. */
async function transfer(
  sql: ImportSql,
  ctx: Context,
  row: ImportRow,
  reporter: ProgressReporter,
  signal: AbortSignal,
): Promise<void> {
  const settings = settingsOf(row);
  const handler = KIND_HANDLERS[row.kind];
  const shop = await inTenant(ctx, ({ tx, ctx }) => loadShopFacts(tx, ctx));
  const bytes = readStoredFile(row.storedPath ?? "", (read) => reporter.readBytes(read, row.fileBytes));
  const staged = await stageRows(sql, {
    file: await openRecords(bytes, { encoding: settings.map?.encoding }),
    handler,
    settings,
    shop,
    onBatch: (counts) => {
      signal.throwIfAborted();
      reporter.countRows(counts);
    },
  });
  await awaitMergeTurn(sql, ctx.merchantId);
  const outcome = await handler.merge(sql, {
    merchantId: ctx.merchantId,
    now: ctx.now().toISOString(),
    nameLocale: staged.map.nameLocale ?? shop.nameLocale,
    defaultStatus: staged.map.defaultStatus ?? "paid",
    onStep: (share) => {
      signal.throwIfAborted();
      reporter.merged(share);
    },
  });
  await storeRejections(sql, ctx.merchantId, row.id);
  await reporter.stop();
  signal.throwIfAborted();
  await writeSummary(sql, ctx, row, staged, outcome);
}

function settingsOf(row: ImportRow): ImportSettings {
  const settings = {
    kind: row.kind,
    preset: row.preset,
    map: row.columnMap ? columnMapSchema.parse(row.columnMap) : null,
  };
  checkSettings(settings);
  return settings;
}

/** The import's success commits together with its rows; one that was cancelled meanwhile takes none with it. */
async function writeSummary(
  sql: ImportSql,
  ctx: Context,
  row: ImportRow,
  staged: StagedFile,
  { records, acceptedAmountMinor }: MergeOutcome,
): Promise<void> {
  const { counts, columns, map } = staged;
  const result = await sql.unsafe(
    `UPDATE imports SET status = 'succeeded', progress_permille = 1000, finished_at = $3::timestamptz, error = NULL,
       rows_read = $4, rows_accepted = $5, rows_rejected = $6,
       records_created = $7, records_updated = $8, records_unchanged = $9,
       accepted_amount_minor = $10, rejected_amount_minor = $11, column_map = ($12::text)::jsonb
     WHERE merchant_id = $1::uuid AND id = $2::uuid AND status = 'running'`,
    [
      ctx.merchantId,
      row.id,
      ctx.now().toISOString(),
      counts.read,
      counts.accepted,
      counts.rejected,
      records.created,
      records.updated,
      records.unchanged,
      acceptedAmountMinor,
      row.kind === "orders" ? counts.rejectedAmountMinor : null,
      JSON.stringify({ ...map, fileColumns: columns }),
    ],
  );
  if (result.count === 0) throw new AppError("conflict", "The import was cancelled.");
}

async function settleFailure(
  ctx: Context,
  row: ImportRow | null,
  error: unknown,
  isAborted: boolean,
  isCancelled: boolean,
): Promise<void> {
  if (!row) throw error;
  if (isCancelled) return;
  if (isAborted) {
    await updateRunning(ctx, row.id, { status: "queued", progressPermille: 0 });
    throw error;
  }
  const isExpected = error instanceof AppError;
  const reason = isExpected
    ? error.message
    : "The import stopped because of a fault of the program or its database. Nothing was imported; import the file again.";
  await updateRunning(ctx, row.id, { status: "failed", error: reason, finishedAt: ctx.now() });
  if (!isExpected) throw error;
}

/** The upload has served its purpose once the import has ended for good; the quarantine holds what is left of it. */
async function clearFile(ctx: Context, row: ImportRow): Promise<void> {
  if (!row.storedPath) return;
  await removeFile(row.storedPath);
  await forgetFile(ctx, row.id);
}
