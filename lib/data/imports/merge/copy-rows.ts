import { setImmediate as nextTurn } from "node:timers/promises";
import type { Cell } from "../validate/row-check";
import type { ImportSql } from "./sql-connection";

/** Sends rows to a temporary table with COPY, in text format. */
export async function copyRows(
  sql: ImportSql,
  table: string,
  columns: readonly string[],
  rows: readonly Cell[][],
): Promise<void> {
  if (rows.length === 0) return;
  const stream = await sql.unsafe(`COPY ${table} (${columns.join(", ")}) FROM STDIN`).writable();
  await new Promise<void>((resolve, reject) => {
    stream.once("error", reject);
    stream.write(encodeRows(rows), (error) => (error ? reject(error) : resolve()));
  });
  stream.end();
  // The driver never settles a COPY that the server refuses at its end; the next statement tells.
  await nextTurn();
  await sql.unsafe("SELECT 1");
}

function encodeRows(rows: readonly Cell[][]): Buffer {
  let text = "";
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      if (index > 0) text += "\t";
      text += encodeCell(row[index] as Cell);
    }
    text += "\n";
  }
  return Buffer.from(text, "utf8");
}

const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function encodeCell(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string") return cell.replace(SPECIAL, (sign) => ESCAPES[sign]!);
  if (typeof cell === "boolean") return cell ? "t" : "f";
  return String(cell);
}
