import type { ImportPreset } from "./preset";

/**
 * UCI Online Retail (Chen, Sain and Guo 2012): a British wholesaler's invoice lines. "C" invoices are credits,
 * "A" invoices write off bad debt. Lines with a negative quantity and no "C" are stock corrections: set aside.
 */
export const uciOnlineRetail: ImportPreset = {
  id: "uci-online-retail",
  kind: "orders",
  name: "UCI Online Retail",
  map: {
    columns: {
      externalId: "InvoiceNo",
      placedAt: "InvoiceDate",
      productExternalId: "StockCode",
      productName: "Description",
      quantity: "Quantity",
      unitPrice: "UnitPrice",
      customerExternalId: "CustomerID",
      country: "Country",
    },
    defaultStatus: "delivered",
    returnPrefix: "C",
    adjustmentPrefix: "A",
    nameLocale: "en",
  },
};
