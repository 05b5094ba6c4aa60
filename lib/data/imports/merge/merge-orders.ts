import { AppError } from "@/lib/core/errors";
import { ORDER_LINE_COLUMNS, orderLineCheck } from "../validate/order-line";
import { createUnknownCustomers, createUnknownProducts } from "./create-references";
import type { KindHandler, MergeOutcome, MergeShop } from "./kind";
import { mergeLines } from "./merge-lines";
import { countMerged, mergeRecords } from "./merge-records";
import type { ImportSql } from "./sql-connection";
import { stageDocuments, stageLines } from "./stage-documents";

/** Lines of orders and returns, grouped by number; the lines of one need not stand together in the file. */
export const ordersKind: KindHandler = {
  stagingColumns: `document text, is_return boolean, number text, placed_at timestamptz, status text, customer text,
    customer_name text, email text, phone text, country text, city text, product text, sku text, product_name text,
    quantity integer, unit_price_minor bigint, discount_minor bigint, total_minor bigint,
    order_discount_minor bigint, shipping_minor bigint, currency char(3), fx_rate numeric, base_shift integer`,
  columns: ORDER_LINE_COLUMNS,
  makeCheck: orderLineCheck,
  merge: mergeOrders,
};

async function mergeOrders(sql: ImportSql, shop: MergeShop): Promise<MergeOutcome> {
  await refuseMixedCurrencies(sql);
  await createUnknownCustomers(sql, shop);
  shop.onStep(0.08);
  await createUnknownProducts(sql, shop);
  shop.onStep(0.15);
  await stageDocuments(sql, shop.merchantId);
  await stageLines(sql, shop.merchantId);
  shop.onStep(0.3);
  await mergeOrderRecords(sql, shop);
  await mergeReturnRecords(sql, shop);
  shop.onStep(0.4);
  await mergeOrderLines(sql, shop);
  shop.onStep(0.9);
  await mergeReturnLines(sql, shop);
  const [orders, returns] = [
    await countMerged(sql, "merged_orders"),
    await countMerged(sql, "merged_returns"),
  ];
  return {
    records: {
      created: orders.created + returns.created,
      updated: orders.updated + returns.updated,
      unchanged: orders.unchanged + returns.unchanged,
    },
    acceptedAmountMinor: await sumAccepted(sql),
  };
}

async function refuseMixedCurrencies(sql: ImportSql): Promise<void> {
  const [mixed] = await sql.unsafe(
    `SELECT document FROM staged_rows GROUP BY document
     HAVING min(currency) <> max(currency) OR min(fx_rate) <> max(fx_rate) LIMIT 1`,
  );
  if (!mixed) return;
  throw new AppError(
    "invalid_input",
    `The lines of order ${mixed.document} are in several currencies or at several rates: an order has one of each.`,
  );
}

async function mergeOrderRecords(sql: ImportSql, shop: MergeShop): Promise<void> {
  await mergeRecords(
    sql,
    {
      table: "orders",
      staged: "staged_orders",
      merged: "merged_orders",
      orderBy: "staged.placed_at, staged.row_number",
      columns: [
        { name: "number", initially: "staged.external_id" },
        { name: "customer_id" },
        { name: "email" },
        { name: "phone" },
        // A status that the file does not state is only where an order begins: it may have moved on since.
        { name: "status", initially: `'${shop.defaultStatus}'` },
        { name: "placed_at" },
        { name: "currency" },
        { name: "discount_minor" },
        { name: "shipping_minor" },
        { name: "total_minor" },
        { name: "base_total_minor" },
        { name: "fx_rate" },
      ],
    },
    shop,
  );
}

async function mergeReturnRecords(sql: ImportSql, shop: MergeShop): Promise<void> {
  await mergeRecords(
    sql,
    {
      table: "returns",
      staged: "staged_returns",
      merged: "merged_returns",
      orderBy: "staged.returned_at, staged.row_number",
      columns: [
        { name: "customer_id" },
        { name: "status", initially: "'refunded'" },
        { name: "returned_at" },
        { name: "currency" },
        { name: "refund_minor" },
        { name: "base_refund_minor" },
      ],
    },
    shop,
  );
}

async function mergeOrderLines(sql: ImportSql, shop: MergeShop): Promise<void> {
  await mergeLines(
    sql,
    {
      table: "order_lines",
      parent: "order_id",
      parentTable: "orders",
      staged: "staged_order_lines",
      merged: "merged_orders",
      columns: ["product_id", "quantity", "unit_price_minor", "discount_minor", "total_minor"],
    },
    shop,
  );
}

async function mergeReturnLines(sql: ImportSql, shop: MergeShop): Promise<void> {
  await mergeLines(
    sql,
    {
      table: "return_lines",
      parent: "return_id",
      parentTable: "returns",
      staged: "staged_return_lines",
      merged: "merged_returns",
      columns: ["product_id", "quantity", "amount_minor"],
    },
    shop,
  );
}

async function sumAccepted(sql: ImportSql): Promise<number> {
  const [row] = await sql.unsafe(
    `SELECT coalesce((SELECT sum(base_total_minor) FROM staged_orders), 0)
          - coalesce((SELECT sum(base_refund_minor) FROM staged_returns), 0) AS net`,
  );
  return Number(row!.net);
}
