import type { ImportPreset } from "./preset";

/** Order items of the Brazilian marketplace Olist, one unit a line, without customers. */
export const olistOrders: ImportPreset = {
  id: "olist-orders",
  kind: "orders",
  name: "Olist order items",
  map: {
    columns: {
      externalId: "order_id",
      placedAt: "date",
      productExternalId: "product_id",
      unitPrice: "price",
    },
    defaultStatus: "delivered",
  },
};
