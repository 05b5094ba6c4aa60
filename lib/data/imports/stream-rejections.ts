import { and, asc, eq, gt } from "drizzle-orm";
import { importRejections, imports, merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { toMajor } from "@/lib/core/money";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { type ImportIdInput, importIdInput } from "./schemas";

const PAGE_ROWS = 1000;

export interface RejectionsFile {
  fileName: string;
  contentType: "text/csv; charset=utf-8";
  stream: ReadableStream<Uint8Array>;
}

/**
 * The quarantine of an import as CSV (UTF-8 with a byte order mark, for spreadsheets): the row's number in the
 * file, why it was set aside, and its cells as they stood. Read page by page, so that its size does not matter.
 */
export async function streamRejections(ctx: Context, raw: ImportIdInput): Promise<RejectionsFile> {
  requirePermission(ctx, "imports:read");
  const { id } = parseInput(importIdInput, raw);
  const header = await loadHeader(ctx, id);
  const lines = writeLines(ctx, id, header);
  const encoder = new TextEncoder();
  return {
    fileName: `${header.fileName.replace(/(\.(csv|tsv|txt|jsonl|ndjson|json|gz))+$/i, "")}-rejected.csv`,
    contentType: "text/csv; charset=utf-8",
    stream: new ReadableStream({
      async pull(controller) {
        const next = await lines.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    }),
  };
}

interface Header {
  fileName: string;
  currency: string;
  fileColumns: string[];
}

async function loadHeader(ctx: Context, id: string): Promise<Header> {
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select({ fileName: imports.fileName, map: imports.columnMap, currency: merchants.baseCurrency })
      .from(imports)
      .innerJoin(merchants, eq(merchants.id, imports.merchantId))
      .where(and(eq(imports.merchantId, ctx.merchantId), eq(imports.id, id)));
    if (!row) throw notFound("import");
    const fileColumns = row.map?.fileColumns;
    return {
      fileName: row.fileName,
      currency: row.currency,
      fileColumns: Array.isArray(fileColumns) ? (fileColumns as string[]) : [],
    };
  });
}

async function* writeLines(ctx: Context, id: string, header: Header): AsyncGenerator<string> {
  const columns = header.fileColumns;
  yield `\ufeff${toCsv(["row_number", "reason_code", "reason", `amount_${header.currency.toLowerCase()}`, ...columns])}`;
  for (let after = 0; ; ) {
    const rows = await loadPage(ctx, id, after);
    if (rows.length === 0) return;
    yield rows
      .map((row) => {
        const amount =
          row.amountMinor === null
            ? ""
            : String(toMajor({ amountMinor: row.amountMinor, currency: header.currency }));
        const known = columns.map((column) => row.raw[column] ?? "");
        const extra = Object.keys(row.raw).filter((name) => !columns.includes(name));
        const cells = [...known, ...extra.sort().map((name) => row.raw[name] ?? "")];
        return toCsv([String(row.rowNumber), row.code, row.message, amount, ...cells]);
      })
      .join("");
    after = rows.at(-1)!.rowNumber;
  }
}

function loadPage(ctx: Context, id: string, after: number) {
  return inTenant(ctx, ({ tx }) =>
    tx
      .select()
      .from(importRejections)
      .where(
        and(
          eq(importRejections.merchantId, ctx.merchantId),
          eq(importRejections.importId, id),
          gt(importRejections.rowNumber, after),
        ),
      )
      .orderBy(asc(importRejections.rowNumber))
      .limit(PAGE_ROWS),
  );
}

/** One CSV line. A cell that a spreadsheet would run as a formula is made text by an apostrophe. */
export function toCsv(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(disarm(cell))).join(",")}\r\n`;
}

function disarm(cell: string): string {
  const isNumber = /^[+-]?\d+([.,]\d+)*$/.test(cell);
  return !isNumber && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
