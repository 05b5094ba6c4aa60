import type { ColumnMap } from "../column-map";
import type { ProductField } from "../fields";
import { parseWhole } from "./decimal";
import { readCurrency, requireAmount } from "./money-cells";
import {
  type Cell,
  cellReader,
  limitKey,
  limitText,
  RowRejection,
  requireKey,
  type ShopFacts,
} from "./row-check";

export const PRODUCT_COLUMNS = [
  "external_id",
  "sku",
  "name",
  "price_minor",
  "cost_minor",
  "currency",
  "on_hand",
  "reorder_point",
  "supplier_id",
  "status",
] as const;

const STATUSES: Record<string, string> = {
  active: "active",
  published: "active",
  在售: "active",
  上架: "active",
  activo: "active",
  draft: "draft",
  草稿: "draft",
  borrador: "draft",
  archived: "archived",
  下架: "archived",
  archivado: "archived",
};

/** Checks one product. Empty cells are null: on a product that exists they leave what it has. */
export function productCheck(map: ColumnMap, columns: readonly string[], shop: ShopFacts) {
  const cell = cellReader<ProductField>(map, columns);
  const fileCurrency = map.currency ?? shop.baseCurrency;

  return (values: readonly string[]): Cell[] => {
    const read = (field: ProductField) => cell(values, field);
    const externalId = requireKey(read("externalId"), "external id");
    const currency = readCurrency(read("currency"), fileCurrency);
    return [
      externalId,
      limitKey(read("sku"), "sku"),
      JSON.stringify(readNames(read, map.nameLocale ?? shop.nameLocale)),
      requireAmount(read("price"), "price", map.decimal, currency),
      read("cost") === "" ? null : requireAmount(read("cost"), "cost", map.decimal, currency),
      currency,
      readCount(read("onHand"), "stock", map),
      readCount(read("reorderPoint"), "reorder point", map),
      readSupplier(read("supplierExternalId"), shop),
      readStatus(read("status")),
    ];
  };
}

function readNames(read: (field: ProductField) => string, nameLocale: "zh" | "en" | "es") {
  const names = {
    [nameLocale]: limitText(read("name"), "name"),
    ...(read("nameZh") ? { zh: limitText(read("nameZh"), "Chinese name") } : {}),
    ...(read("nameEn") ? { en: limitText(read("nameEn"), "English name") } : {}),
    ...(read("nameEs") ? { es: limitText(read("nameEs"), "Spanish name") } : {}),
  };
  const filled = Object.fromEntries(Object.entries(names).filter(([, name]) => name));
  if (Object.keys(filled).length > 0) return filled;
  throw new RowRejection("missing_value", "The name is empty in every language.");
}

function readCount(cell: string, label: string, map: ColumnMap): number | null {
  if (cell === "") return null;
  const count = parseWhole(cell, map.decimal);
  if (count !== null && count >= 0) return count;
  throw new RowRejection(
    "bad_quantity",
    `The ${label} "${cell.slice(0, 40)}" is not a whole number of 0 or more.`,
  );
}

function readSupplier(cell: string, shop: ShopFacts): string | null {
  if (cell === "") return null;
  const id = shop.supplierIds.get(cell);
  if (id) return id;
  throw new RowRejection("unknown_supplier", `There is no supplier ${cell.slice(0, 60)}: create it first.`);
}

function readStatus(cell: string): string | null {
  if (cell === "") return null;
  const status = STATUSES[cell.toLowerCase()];
  if (status) return status;
  throw new RowRejection("bad_status", `"${cell.slice(0, 40)}" is not active, draft or archived.`);
}
