import { minorDigits } from "@/lib/core/money";
import { currencySchema } from "@/lib/core/money-schema";
import { type Decimal, parseDecimal, toMinorUnits } from "./decimal";
import { RowRejection } from "./row-check";

export function requireDecimal(cell: string, label: string, sign: "." | ","): Decimal {
  if (cell === "") throw new RowRejection("missing_value", `The ${label} is empty.`);
  const decimal = parseDecimal(cell, sign);
  if (decimal) return decimal;
  throw new RowRejection(
    "bad_number",
    `The ${label} "${cell.slice(0, 40)}" is not a number with "${sign}" as its decimal sign.`,
  );
}

/** An amount of zero or more in minor units. */
export function requireAmount(cell: string, label: string, sign: "." | ",", currency: string): number {
  const minor = toMinorUnits(requireDecimal(cell, label, sign), 1, minorDigits(currency));
  if (minor === null) throw new RowRejection("amount_too_large", `The ${label} is too large.`);
  if (minor < 0) throw new RowRejection("negative_price", `The ${label} ${cell} is negative.`);
  return minor;
}

const currencies = new Map<string, boolean>();

/** The row's currency, or the file's where the row states none. */
export function readCurrency(cell: string, fallback: string): string {
  if (cell === "") return fallback;
  const code = cell.toUpperCase();
  let isKnown = currencies.get(code);
  if (isKnown === undefined) {
    isKnown = currencySchema.safeParse(code).success;
    if (currencies.size < 1000) currencies.set(code, isKnown);
  }
  if (isKnown) return code;
  throw new RowRejection("bad_currency", `"${cell.slice(0, 20)}" is not an ISO 4217 currency code.`);
}
