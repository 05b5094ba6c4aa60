import type { Encoding } from "../column-map";
import { BATCH_RECORDS, HEAD_CHARACTERS } from "../limits";
import { type ByteSource, decodeText } from "./decode-text";
import type { RecordBatch } from "./raw-record";
import { readCsv } from "./read-csv";
import { readJsonLines } from "./read-json-lines";
import { type FileFormat, sniffFormat } from "./sniff-format";

export interface ReadOptions {
  encoding?: Encoding | undefined;
  batchRecords?: number;
  isHead?: boolean;
}

export interface OpenedFile {
  isGzip: boolean;
  encoding: string;
  format: FileFormat;
  batches: AsyncGenerator<RecordBatch>;
}

/**
 * Opens a file as a stream of record batches: memory stays that of one batch, and a slow reader holds the
 * source back. @throws AppError `invalid_input` in plain words when the file as a whole cannot be read.
 */
export async function openRecords(source: ByteSource, options: ReadOptions = {}): Promise<OpenedFile> {
  const decoded = await decodeText(source, options);
  const { head, text } = await peekText(decoded.text);
  const format = sniffFormat(head);
  const reading = { batchRecords: options.batchRecords ?? BATCH_RECORDS, isHead: options.isHead ?? false };
  const batches =
    format.type === "csv"
      ? readCsv(text, { ...reading, delimiter: format.delimiter })
      : readJsonLines(text, reading);
  return { isGzip: decoded.isGzip, encoding: decoded.encoding, format, batches };
}

async function peekText(
  source: AsyncGenerator<string>,
): Promise<{ head: string; text: AsyncGenerator<string> }> {
  let head = "";
  while (head.length < HEAD_CHARACTERS) {
    const next = await source.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, text: startWith(head, source) };
}

async function* startWith(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
