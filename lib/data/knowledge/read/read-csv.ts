import { parse } from "csv-parse/sync";
import { AppError } from "@/lib/core/errors";
import { type Draft, FIELD_NAMES, readFields } from "./draft";

/**
 * Articles of a CSV file, one a row. Columns are known by name, in any order: title (or question) and body (or answer),
 * and where they are there language, id, tags, audience, validFrom, validUntil.
 * @throws AppError `invalid_input` for a file that is no CSV, or lacks title or body.
 */
export function readCsv(text: string): Draft[] {
  const [header, ...rows] = readRows(text);
  const columns = header?.record.map((name) => name.trim()) ?? [];
  const fields = columns.map((name) => FIELD_NAMES[name.toLowerCase().replaceAll(" ", "_")]);
  const missing = (["title", "body"] as const).filter((field) => !fields.includes(field));
  if (missing.length > 0) {
    throw new AppError(
      "invalid_input",
      `The file has no column for ${missing.join(" and ")}. Name its columns title, body and language in the first row.`,
      { issues: [{ path: "content", message: "Columns are missing." }] },
    );
  }
  return rows.map(({ record, line }) => ({
    title: "",
    body: "",
    ...readFields(columns.map((name, at) => [name, record[at] ?? ""] as const)),
    line,
  }));
}

interface CsvRow {
  record: string[];
  /** Where it begins. */
  line: number;
}

function readRows(text: string): CsvRow[] {
  try {
    let begins = 1;
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: guessDelimiter(text),
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => {
      const line = begins;
      begins = info.lines + 1;
      return { record, line };
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("invalid_input", `The file cannot be read as CSV: ${reason}`, {
      issues: [{ path: "content", message: "Not CSV." }],
    });
  }
}

function guessDelimiter(text: string): string {
  const header = text.split(/\r\n?|\n/, 1)[0]!;
  const count = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
