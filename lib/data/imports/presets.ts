import { olistOrders } from "./presets/olist-orders";
import type { ImportPreset } from "./presets/preset";
import { shopifyOrders } from "./presets/shopify-orders";
import { uciOnlineRetail } from "./presets/uci-online-retail";
import { zhangguiCustomers } from "./presets/zhanggui-customers";
import { zhangguiOrders } from "./presets/zhanggui-orders";
import { zhangguiProducts } from "./presets/zhanggui-products";

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
