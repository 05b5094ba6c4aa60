import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { MAX_BATCH_CHARACTERS, MAX_COLUMNS, MAX_RECORD_CHARACTERS } from "../limits";
import { fileError } from "./file-error";
import type { RawRecord, RecordBatch } from "./raw-record";

interface ReadCsvOptions {
  delimiter: string;
  batchRecords: number;
  isHead: boolean;
}

/** CSV by RFC 4180, forgiving quotes inside plain cells, CRLF or LF, and empty lines. */
export async function* readCsv(
  text: AsyncIterable<string>,
  options: ReadCsvOptions,
): AsyncGenerator<RecordBatch> {
  const parser = parse({
    delimiter: options.delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  pipeline(Readable.from(text, { objectMode: true, highWaterMark: 2 }), parser, () => {});
  let columns: string[] | undefined;
  let records: RawRecord[] = [];
  let rowNumber = 0;
  let characters = 0;
  try {
    for await (const values of parser as AsyncIterable<string[]>) {
      if (!columns) {
        columns = nameColumns(values);
        continue;
      }
      rowNumber += 1;
      records.push(toRecord(rowNumber, values, columns.length));
      for (const value of values) characters += value.length;
      if (records.length < options.batchRecords && characters < MAX_BATCH_CHARACTERS) continue;
      yield { columns, records };
      records = [];
      characters = 0;
    }
  } catch (error) {
    if (!(options.isHead && isCutOff(error))) throw explain(error);
  }
  if (columns) yield { columns, records };
}

/** A header's cells as unique names: an empty one is named by its place, a repeated one gets a number. */
function nameColumns(header: string[]): string[] {
  if (header.length > MAX_COLUMNS) throw fileError(`The file has more than ${MAX_COLUMNS} columns.`);
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function toRecord(rowNumber: number, values: string[], width: number): RawRecord {
  if (values.length === width) return { rowNumber, values };
  const message = `This row has ${values.length} cells and the header has ${width}: a delimiter or a quote is missing or too much.`;
  return { rowNumber, values, problem: { code: "column_count", message } };
}

function isCutOff(error: unknown): boolean {
  return (error as CsvError).code === "CSV_QUOTE_NOT_CLOSED";
}

function explain(error: unknown): unknown {
  const { code, lines } = error as CsvError & { lines?: number };
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return fileError(
      `A quote that opens before line ${lines} is never closed: close it, or double it inside a cell.`,
      error,
    );
  }
  if (code === "CSV_MAX_RECORD_SIZE") {
    return fileError(
      `A record near line ${lines} is longer than ${MAX_RECORD_CHARACTERS} characters: a closing quote is probably missing there.`,
      error,
    );
  }
  if (code?.startsWith("CSV_")) return fileError(`Line ${lines} is not valid CSV.`, error);
  return error;
}
