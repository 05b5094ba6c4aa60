import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { checkRow } from "./check-row";
import type { ColumnMap, Encoding } from "./column-map";
import { KIND_HANDLERS } from "./kinds";
import { guessEncoding } from "./read/decode-text";
import type { RecordBatch } from "./read/raw-record";
import { openRecords } from "./read/read-records";
import { detectPreset, type ImportSettings, resolveMap } from "./resolve-map";
import { type ImportPreviewDto, importSettingsInput } from "./schemas";
import { loadShopFacts } from "./shop-facts";

const PREVIEW_ROWS = 20;
const GUESS_ROWS = 200;

export interface PreviewFileInput {
  kind: string;
  preset?: string | undefined;
  map?: unknown;
  /** The beginning of the file (256 KiB is plenty), or all of it. */
  head: Uint8Array;
}

/**
 * What an import of this file would do, without doing it: the format, the columns, the map (the preset's, the
 * given one, or a guess) and the first rows, each with the reason if it would be set aside. Writes nothing.
 */
export async function previewFile(ctx: Context, raw: PreviewFileInput): Promise<ImportPreviewDto> {
  requirePermission(ctx, "imports:write");
  const { head, ...fields } = raw;
  const input = parseInput(importSettingsInput, fields);
  const encoding = input.map?.encoding ?? guessEncodingOf(head);
  const file = await openRecords(toSource(head), { encoding, isHead: true, batchRecords: GUESS_ROWS });
  const first = await file.batches.next();
  await file.batches.return(undefined);
  const batch: RecordBatch = first.done ? { columns: [], records: [] } : first.value;
  const preset = input.preset ?? (input.map ? undefined : detectPreset(input.kind, batch.columns)?.id);
  const { map, problems } = resolvePreviewMap({ ...input, preset }, batch, encoding);
  return {
    format: {
      type: file.format.type,
      delimiter: file.format.type === "csv" ? file.format.delimiter : null,
      encoding: file.encoding,
      isGzip: file.isGzip,
    },
    columns: batch.columns,
    preset: preset ?? null,
    map,
    problems,
    rows: await checkRows(ctx, input.kind, map, problems, batch),
  };
}

async function* toSource(head: Uint8Array): AsyncGenerator<Uint8Array> {
  if (head.byteLength > 0) yield head;
}

function guessEncodingOf(head: Uint8Array): Encoding | undefined {
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return isGzip ? undefined : guessEncoding(Buffer.from(head.buffer, head.byteOffset, head.byteLength));
}

function resolvePreviewMap(settings: ImportSettings, batch: RecordBatch, encoding: Encoding | undefined) {
  const cells = batch.records.flatMap((record) => record.values);
  const { map, problems } = resolveMap(settings, batch.columns, cells);
  return { map: encoding && encoding !== "utf-8" ? { ...map, encoding } : map, problems };
}

async function checkRows(
  ctx: Context,
  kind: ImportSettings["kind"],
  map: ColumnMap,
  problems: string[],
  batch: RecordBatch,
): Promise<ImportPreviewDto["rows"]> {
  const shop = await inTenant(ctx, ({ tx, ctx }) => loadShopFacts(tx, ctx));
  const check = KIND_HANDLERS[kind].makeCheck(map, batch.columns, shop);
  return batch.records.slice(0, PREVIEW_ROWS).map((record) => {
    const result = problems.length === 0 ? checkRow(record, check) : undefined;
    return {
      rowNumber: record.rowNumber,
      values: record.values,
      problem:
        result && "rejection" in result
          ? { code: result.rejection.code, message: result.rejection.message }
          : null,
    };
  });
}
