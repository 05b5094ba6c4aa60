import type { ColumnMap } from "../column-map";
import { MAX_KEY_CHARACTERS, MAX_TEXT_CELL_CHARACTERS } from "../limits";

/** Why a row was set aside. Codes are stable: pages translate them, scripts match on them. */
export const REJECTION_CODES = [
  "column_count",
  "bad_json",
  "bad_text",
  "missing_value",
  "too_long",
  "bad_number",
  "bad_quantity",
  "bad_date",
  "bad_status",
  "bad_currency",
  "missing_fx_rate",
  "bad_email",
  "bad_phone",
  "bad_locale",
  "negative_price",
  "negative_quantity",
  "bad_return_quantity",
  "bad_discount",
  "accounting_adjustment",
  "amount_too_large",
  "unknown_supplier",
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Thrown by a check and caught around the row: the row goes to the quarantine. */
export class RowRejection extends Error {
  constructor(
    readonly code: RejectionCode,
    message: string,
    /** What the row would have been worth, in the base currency, where it can be told. */
    readonly amountMinor: number | null = null,
  ) {
    super(message);
  }
}

export type Cell = string | number | boolean | null;

/** What a check needs to know of the shop. */
export interface ShopFacts {
  baseCurrency: string;
  timeZone: string;
  /** Language of names whose column does not say. */
  nameLocale: "zh" | "en" | "es";
  /** External id → id. */
  supplierIds: ReadonlyMap<string, string>;
}

/** A record's values → the cells of its staging row. @throws RowRejection */
export type RowCheck = (values: readonly string[]) => Cell[];

/** Makes the check for a file: the map is resolved against its columns once, not for every row. */
export type RowCheckFactory = (map: ColumnMap, columns: readonly string[], shop: ShopFacts) => RowCheck;

/** Reads a field's cell: trimmed, the first filled one of its alternatives, or "". */
export type CellReader<Field extends string> = (values: readonly string[], field: Field) => string;

export function cellReader<Field extends string>(
  map: ColumnMap,
  columns: readonly string[],
): CellReader<Field> {
  const places = new Map<string, number[]>();
  for (const [field, wanted] of Object.entries(map.columns)) {
    const names = Array.isArray(wanted) ? wanted : [wanted];
    places.set(
      field,
      names.map((name) => columns.indexOf(name)).filter((place) => place >= 0),
    );
  }
  return (values, field) => {
    for (const place of places.get(field) ?? []) {
      const cell = (values[place] ?? "").trim();
      if (cell !== "") return cell;
    }
    return "";
  };
}

/** Whether the file has a column for a field. */
export function hasColumn(map: ColumnMap, columns: readonly string[], field: string): boolean {
  return [map.columns[field] ?? []].flat().some((name) => columns.includes(name));
}

/** A key such as an external id: present and not overlong. */
export function requireKey(cell: string, label: string): string {
  if (cell === "") throw new RowRejection("missing_value", `The ${label} is empty.`);
  return limitKey(cell, label)!;
}

export function limitKey(cell: string, label: string): string | null {
  if (cell.length > MAX_KEY_CHARACTERS) {
    throw new RowRejection("too_long", `The ${label} is longer than ${MAX_KEY_CHARACTERS} characters.`);
  }
  return cell === "" ? null : cell;
}

export function limitText(cell: string, label: string): string | null {
  if (cell.length > MAX_TEXT_CELL_CHARACTERS) {
    throw new RowRejection("too_long", `The ${label} is longer than ${MAX_TEXT_CELL_CHARACTERS} characters.`);
  }
  return cell === "" ? null : cell;
}
