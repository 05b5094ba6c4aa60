import { z } from "zod";
import { timeZoneSchema } from "@/lib/core/date-schema";
import { currencySchema } from "@/lib/core/money-schema";
import { IMPORT_FIELDS, type ImportKind, requiredFields } from "./fields";

const columnName = z.string().trim().min(1).max(200);

export const DATE_FORMATS = ["ymd", "dmy", "mdy"] as const;
export const ENCODINGS = ["utf-8", "gb18030", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const mapObject = z.strictObject({
  /** Our field → the file's column, or several of which the first that is filled counts. */
  columns: z.record(z.string(), z.union([columnName, z.array(columnName).min(1).max(5)])),
  /** The decimal sign; the other one may group thousands. */
  decimal: z.enum([".", ","]).default("."),
  /** Order of day, month and year where a date does not begin with a four-digit year. */
  dateFormat: z.enum(DATE_FORMATS).default("ymd"),
  /** Of times without an offset; the merchant's when absent. */
  timeZone: timeZoneSchema.optional(),
  /** Of a file without a currency column; the merchant's base currency when absent. */
  currency: currencySchema.optional(),
  encoding: z.enum(ENCODINGS).optional(),
  /** Orders: the status of new orders when the file has no column for it. */
  defaultStatus: z.enum(["pending", "paid", "shipped", "delivered", "cancelled", "returned"]).optional(),
  /** Orders: a number that begins so is a return, and its quantities are negative. */
  returnPrefix: z.string().min(1).max(10).optional(),
  /** Orders: a number that begins so corrects the books and is no sale. */
  adjustmentPrefix: z.string().min(1).max(10).optional(),
  /** Language of the column that names products. */
  nameLocale: z.enum(["zh", "en", "es"]).optional(),
  /** Orders: cells of the order that are filled on its first line alone hold for the next ones too. */
  inheritsOrderCells: z.boolean().default(false),
});

/** How a file's columns become our fields. The short form `{field: column}` is enough for plain files. */
export const columnMapSchema = z.preprocess((raw) => (isShortForm(raw) ? { columns: raw } : raw), mapObject);
export type ColumnMapInput = z.input<typeof mapObject>;
export type ColumnMap = z.output<typeof mapObject>;

function isShortForm(raw: unknown): boolean {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || "columns" in raw) return false;
  return Object.values(raw).every((value) => typeof value === "string" || Array.isArray(value));
}

/** What is wrong with a map for a kind, as plain sentences: fields we do not know, fields without a column. */
export function findMapProblems(map: ColumnMap, kind: ImportKind): string[] {
  const known = IMPORT_FIELDS[kind];
  const problems = Object.keys(map.columns)
    .filter((field) => !known[field])
    .map((field) => `${kind} have no field ${field}; the fields are ${Object.keys(known).join(", ")}.`);
  for (const field of requiredFields(kind)) {
    if (!map.columns[field]) problems.push(`No column is mapped to ${field}, which every record needs.`);
  }
  if (kind === "products" && !["name", "nameZh", "nameEn", "nameEs"].some((field) => map.columns[field])) {
    problems.push("No column is mapped to name, nameZh, nameEn or nameEs, one of which every product needs.");
  }
  return problems;
}

/** Columns that the map names and the file lacks. Of alternatives one present is enough. */
export function findMissingColumns(map: ColumnMap, columns: readonly string[]): string[] {
  const present = new Set(columns);
  return Object.values(map.columns)
    .map((wanted) => (Array.isArray(wanted) ? wanted : [wanted]))
    .filter((wanted) => !wanted.some((name) => present.has(name)))
    .map((wanted) => wanted.join(" or "));
}

/** Guesses the field of each column from the file's header, in English, Chinese and Spanish. */
export function guessColumns(columns: readonly string[], kind: ImportKind): Record<string, string> {
  const guess: Record<string, string> = {};
  const free = new Set(columns);
  for (const isMatch of [isSameName, isContainedName]) {
    for (const [field, { names }] of Object.entries(IMPORT_FIELDS[kind])) {
      if (guess[field]) continue;
      const wanted = [splitCamelCase(field), ...names].map(normalizeName);
      const found = [...free].find((column) => isMatch(normalizeName(splitCamelCase(column)), wanted));
      if (found === undefined) continue;
      guess[field] = found;
      free.delete(found);
    }
  }
  return guess;
}

function isSameName(column: string, names: string[]): boolean {
  return names.includes(column);
}

/** "Order number (web)" holds "ordernumber". Short names would match by accident, two Chinese signs do not. */
function isContainedName(column: string, names: string[]): boolean {
  return names.some((name) => column.includes(name) && name.length >= (/\p{Script=Han}/u.test(name) ? 2 : 6));
}

function splitCamelCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

function normalizeName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Guesses the decimal sign and the order of dates from sample cells; the safe defaults where they do not tell. */
export function guessFormats(cells: readonly string[]): Pick<ColumnMap, "decimal" | "dateFormat"> {
  const commas = cells.filter((cell) => /^-?\d{1,3}(\.\d{3})*,\d{1,2}$|^-?\d+,\d{1,2}$/.test(cell)).length;
  const points = cells.filter((cell) => /^-?\d{1,3}(,\d{3})*\.\d{1,2}$|^-?\d+\.\d{1,2}$/.test(cell)).length;
  const parts = cells.flatMap((cell) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const isMonthFirst = parts.some(([, second]) => second > 12);
  return {
    decimal: commas > points ? "," : ".",
    dateFormat: parts.length === 0 ? "ymd" : isMonthFirst ? "mdy" : "dmy",
  };
}
