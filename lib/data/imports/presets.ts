import type { ColumnMapInput } from "./column-map";
import type { ImportKind } from "./fields";
import { olistOrders } from "./presets/olist-orders";
import { shopifyOrders } from "./presets/shopify-orders";
import { uciOnlineRetail } from "./presets/uci-online-retail";
import { zhangguiCustomers } from "./presets/zhanggui-customers";
import { zhangguiOrders } from "./presets/zhanggui-orders";
import { zhangguiProducts } from "./presets/zhanggui-products";

/** A known file layout: which column is which field, how numbers and dates are written, what marks a return. */
export interface ImportPreset {
  id: string;
  kind: ImportKind;
  /** Its proper name; the same in every language. */
  name: string;
  map: ColumnMapInput;
  /** Mapped columns that a file may lack. */
  optionalColumns?: readonly string[];
}

export const IMPORT_PRESETS: readonly ImportPreset[] = [
  zhangguiOrders,
  zhangguiProducts,
  zhangguiCustomers,
  shopifyOrders,
  uciOnlineRetail,
  olistOrders,
];

export function findPreset(id: string): ImportPreset | undefined {
  return IMPORT_PRESETS.find((preset) => preset.id === id);
}
