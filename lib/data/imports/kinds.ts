import type { ImportKind } from "./fields";
import type { KindHandler } from "./merge/kind";
import { customersKind } from "./merge/merge-customers";
import { ordersKind } from "./merge/merge-orders";
import { productsKind } from "./merge/merge-products";

export const KIND_HANDLERS: Record<ImportKind, KindHandler> = {
  products: productsKind,
  customers: customersKind,
  orders: ordersKind,
};
