import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";

/** A cell: a Date becomes an instant, an array of strings a PostgreSQL array, any other object JSON. */
export type CopyValue =
  | string
  | number
  | boolean
  | Date
  | null
  | readonly string[]
  | readonly object[]
  | { [key: string]: unknown };

/** About one TCP send: large enough that the protocol costs nothing, small enough to stay out of sight. */
const CHUNK_CHARACTERS = 64 * 1024;

/**
 * Loads rows with COPY FROM STDIN, reading the iterable only as fast as the server takes them.
 * Returns the number of rows. Table and column names come from this code, never from outside.
 */
export async function copyRows(
  sql: TransactionSql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const counted = { rows: 0 };
  const target = await sql.unsafe(`COPY ${table} (${columns.join(", ")}) FROM STDIN`).writable();
  await pipeline(Readable.from(encodeChunks(rows, counted), { objectMode: true, highWaterMark: 2 }), target);
  return counted.rows;
}

function* encodeChunks(rows: Iterable<readonly CopyValue[]>, counted: { rows: number }): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += encodeRow(row);
    counted.rows++;
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk) yield chunk;
}

/** One line of COPY's text format. */
export function encodeRow(row: readonly CopyValue[]): string {
  let line = encodeValue(row[0] ?? null);
  for (let index = 1; index < row.length; index++) line += `\t${encodeValue(row[index] ?? null)}`;
  return `${line}\n`;
}

function encodeValue(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (isTextArray(value)) return escapeText(`{${value.map(quoteElement).join(",")}}`);
  return escapeText(JSON.stringify(value));
}

function isTextArray(value: object): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === "string");
}

function quoteElement(element: string): string {
  return `"${element.replace(/(["\\])/g, "\\$1")}"`;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Most cells need no escaping; the test is cheaper than the replacement. */
function escapeText(text: string): string {
  return SPECIAL.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
    : text;
}
