import type { RawRecord } from "./read/raw-record";
import { type Cell, type RowCheck, RowRejection } from "./validate/row-check";

export interface Rejection {
  code: string;
  message: string;
  amountMinor: number | null;
}

/** One record through its check: the cells to stage, or why it is set aside. */
export function checkRow(record: RawRecord, check: RowCheck): { cells: Cell[] } | { rejection: Rejection } {
  if (record.problem) return { rejection: { ...record.problem, amountMinor: null } };
  if (record.values.some((value) => value.includes("\0"))) {
    const message = "A cell holds a NUL character, which text cannot.";
    return { rejection: { code: "bad_text", message, amountMinor: null } };
  }
  try {
    return { cells: check(record.values) };
  } catch (error) {
    if (!(error instanceof RowRejection)) throw error;
    return { rejection: { code: error.code, message: error.message, amountMinor: error.amountMinor } };
  }
}

/** A record as it stood in the file, for the quarantine. Overlong cells are cut; NUL cannot be stored. */
export function rawRow(record: RawRecord, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    record.values.map((value, index) => [
      (columns[index] ?? `extra ${index + 1 - columns.length}`).replaceAll("\0", "\ufffd"),
      value.slice(0, 4000).replaceAll("\0", "\ufffd").toWellFormed(),
    ]),
  );
}
