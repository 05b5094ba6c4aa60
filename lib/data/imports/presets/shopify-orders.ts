import type { ImportPreset } from "./preset";

/**
 * The orders export of Shopify's admin: one line item a record, the order's own cells on its first record.
 * Prices are taken as they stand; taxes added on top of them are not part of the lines.
 */
export const shopifyOrders: ImportPreset = {
  id: "shopify-orders",
  kind: "orders",
  name: "Shopify orders export",
  map: {
    columns: {
      externalId: "Name",
      placedAt: "Created at",
      status: "Financial Status",
      email: "Email",
      phone: "Phone",
      currency: "Currency",
      shipping: "Shipping",
      orderDiscount: "Discount Amount",
      productExternalId: ["Lineitem sku", "Lineitem name"],
      sku: ["Lineitem sku", "Lineitem name"],
      productName: "Lineitem name",
      quantity: "Lineitem quantity",
      unitPrice: "Lineitem price",
      customerExternalId: "Email",
      customerName: "Billing Name",
      country: "Billing Country",
      city: "Billing City",
    },
    inheritsOrderCells: true,
  },
  optionalColumns: ["Phone", "Billing Name", "Billing Country", "Billing City", "Discount Amount"],
};
