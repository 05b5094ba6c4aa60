import { minorDigits } from "@/lib/core/money";
import type { ColumnMap } from "../column-map";
import type { OrderField } from "../fields";
import { readEmail, readPhone, readPlace } from "./contact-cells";
import { type Decimal, parseDecimal, parseWhole, toMinorUnits, toText } from "./decimal";
import { instantReader } from "./instant";
import { readCurrency, requireAmount, requireDecimal } from "./money-cells";
import { readOrderStatus } from "./order-status";
import {
  type Cell,
  type CellReader,
  cellReader,
  hasColumn,
  limitKey,
  limitText,
  RowRejection,
  requireKey,
  type ShopFacts,
} from "./row-check";

/** Columns of the staging table, in the order in which the check fills them. */
export const ORDER_LINE_COLUMNS = [
  "document",
  "is_return",
  "number",
  "placed_at",
  "status",
  "customer",
  "customer_name",
  "email",
  "phone",
  "country",
  "city",
  "product",
  "sku",
  "product_name",
  "quantity",
  "unit_price_minor",
  "discount_minor",
  "total_minor",
  "order_discount_minor",
  "shipping_minor",
  "currency",
  "fx_rate",
  "base_shift",
] as const;

/** Cells that belong to the order and may stand on its first line alone. */
const ORDER_CELLS: readonly OrderField[] = [
  "placedAt",
  "status",
  "number",
  "currency",
  "fxRate",
  "customerExternalId",
  "customerName",
  "email",
  "phone",
  "country",
  "city",
];

/** Checks one line of an order or of a return. Amounts are exact until the line is rounded, once. */
export function orderLineCheck(map: ColumnMap, columns: readonly string[], shop: ShopFacts) {
  const cell = map.inheritsOrderCells
    ? inheritingReader(cellReader<OrderField>(map, columns))
    : cellReader<OrderField>(map, columns);
  const readInstant = instantReader(map.dateFormat, map.timeZone ?? shop.timeZone);
  const hasQuantity = hasColumn(map, columns, "quantity");
  const fileCurrency = map.currency ?? shop.baseCurrency;

  return (values: readonly string[]): Cell[] => {
    const read = (field: OrderField) => cell(values, field);
    try {
      const document = requireKey(read("externalId"), "order number");
      const isReturn = hasPrefix(document, map.returnPrefix);
      refuseAdjustment(document, map.adjustmentPrefix);
      const currency = readCurrency(read("currency"), fileCurrency);
      const fxRate = readFxRate(read("fxRate"), currency, shop.baseCurrency, map.decimal);
      const line = readLine(read, { map, hasQuantity, isReturn, currency });
      return [
        document,
        isReturn,
        limitKey(read("number"), "order number"),
        requireInstant(read("placedAt"), readInstant, map),
        readOrderStatus(read("status")),
        limitKey(read("customerExternalId"), "customer id"),
        limitText(read("customerName"), "customer name"),
        readEmail(read("email")),
        readPhone(read("phone")),
        readPlace(read("country"), "country"),
        readPlace(read("city"), "city"),
        requireKey(read("productExternalId"), "product code"),
        limitKey(read("sku"), "sku"),
        limitText(read("productName"), "product name"),
        line.quantity,
        line.unitPriceMinor,
        line.discountMinor,
        line.totalMinor,
        optionalAmount(read("orderDiscount"), "order discount", map, currency),
        optionalAmount(read("shipping"), "shipping", map, currency),
        currency,
        fxRate,
        minorDigits(shop.baseCurrency) - minorDigits(currency),
      ];
    } catch (error) {
      if (!(error instanceof RowRejection)) throw error;
      const amountMinor = claimedAmount(read, map, hasQuantity, fileCurrency, shop.baseCurrency);
      throw new RowRejection(error.code, error.message, amountMinor);
    }
  };
}

type Read = (field: OrderField) => string;

/** A reader that fills an order's empty cells from the row before it, if that is of the same order. */
function inheritingReader(cell: CellReader<OrderField>): CellReader<OrderField> {
  let last: { document: string; cells: Map<OrderField, string> } | undefined;
  let lastValues: readonly string[] | undefined;
  return (values, field) => {
    if (values !== lastValues) {
      lastValues = values;
      const document = cell(values, "externalId");
      const before = last?.document === document ? last.cells : undefined;
      last = {
        document,
        cells: new Map(
          ORDER_CELLS.map((name) => [name, cell(values, name) || (before?.get(name) ?? "")] as const),
        ),
      };
    }
    return last?.cells.get(field) ?? cell(values, field);
  };
}

interface LineOptions {
  map: ColumnMap;
  hasQuantity: boolean;
  isReturn: boolean;
  currency: string;
}

/** Quantity, price and total; of a return all three are what went back, and positive. */
function readLine(read: Read, { map, hasQuantity, isReturn, currency }: LineOptions) {
  const digits = minorDigits(currency);
  const price = requireDecimal(read("unitPrice"), "unit price", map.decimal);
  const quantity = requireQuantity(read("quantity"), hasQuantity, isReturn, map);
  if (price.coefficient < 0n) {
    throw new RowRejection("negative_price", `The unit price ${read("unitPrice")} is negative.`);
  }
  const gross = requireSafe(toMinorUnits(price, quantity, digits));
  const discountMinor = optionalAmount(read("lineDiscount"), "line discount", map, currency);
  if (discountMinor > gross) {
    throw new RowRejection("bad_discount", "The line's discount is larger than the line itself.");
  }
  return {
    quantity,
    unitPriceMinor: requireSafe(toMinorUnits(price, 1, digits)),
    discountMinor,
    totalMinor: gross - discountMinor,
  };
}

function requireQuantity(cell: string, hasQuantity: boolean, isReturn: boolean, map: ColumnMap): number {
  if (!hasQuantity) return 1;
  if (cell === "") throw new RowRejection("missing_value", "The quantity is empty.");
  const quantity = parseWhole(cell, map.decimal);
  if (quantity === null || quantity === 0) {
    throw new RowRejection(
      "bad_quantity",
      `The quantity "${cell.slice(0, 40)}" is not a whole number but 0.`,
    );
  }
  if (isReturn) {
    if (quantity < 0) return -quantity;
    throw new RowRejection("bad_return_quantity", `A return's quantity is negative, this one is ${cell}.`);
  }
  if (quantity > 0) return quantity;
  throw new RowRejection(
    "negative_quantity",
    `The quantity ${cell} is negative and the number is not a return's: a stock correction is not a sale.`,
  );
}

/** What the row claims to be worth, for the quarantine's balance; null where it cannot be told. */
function claimedAmount(
  read: Read,
  map: ColumnMap,
  hasQuantity: boolean,
  fileCurrency: string,
  baseCurrency: string,
): number | null {
  if ((read("currency").toUpperCase() || fileCurrency) !== baseCurrency) return null;
  const price = parseDecimal(read("unitPrice"), map.decimal);
  const quantity = hasQuantity ? parseWhole(read("quantity"), map.decimal) : 1;
  return price && quantity !== null ? toMinorUnits(price, quantity, minorDigits(baseCurrency)) : null;
}

function requireInstant(cell: string, readInstant: (cell: string) => string | null, map: ColumnMap): string {
  if (cell === "") throw new RowRejection("missing_value", "The date is empty.");
  const instant = readInstant(cell);
  if (instant) return instant;
  throw new RowRejection("bad_date", `"${cell.slice(0, 40)}" is not a date (format ${map.dateFormat}).`);
}

function readFxRate(cell: string, currency: string, baseCurrency: string, sign: "." | ","): string {
  if (currency === baseCurrency) return "1";
  if (cell === "") {
    throw new RowRejection(
      "missing_fx_rate",
      `The amount is in ${currency} and the shop's currency is ${baseCurrency}: an fx rate is needed.`,
    );
  }
  const rate: Decimal = requireDecimal(cell, "fx rate", sign);
  if (rate.coefficient > 0n) return toText(rate);
  throw new RowRejection("bad_number", `The fx rate ${cell} is not above 0.`);
}

function optionalAmount(cell: string, label: string, map: ColumnMap, currency: string): number {
  return cell === "" ? 0 : requireAmount(cell, label, map.decimal, currency);
}

function refuseAdjustment(document: string, prefix: string | undefined): void {
  if (!hasPrefix(document, prefix)) return;
  throw new RowRejection(
    "accounting_adjustment",
    `${document} begins with ${prefix}: a correction of the books, such as bad debt, is not a sale.`,
  );
}

function hasPrefix(document: string, prefix: string | undefined): boolean {
  return prefix !== undefined && document.toUpperCase().startsWith(prefix.toUpperCase());
}

function requireSafe(minor: number | null): number {
  if (minor !== null) return minor;
  throw new RowRejection("amount_too_large", "The line's amount is too large.");
}
