import { PRODUCT_COLUMNS, productCheck } from "../validate/product";
import type { KindHandler } from "./kind";
import { countMerged, mergeRecords } from "./merge-records";
import { execute } from "./sql-connection";

/** Products by external id; of rows with the same one the last counts. */
export const productsKind: KindHandler = {
  stagingColumns: `external_id text, sku text, name jsonb, price_minor bigint, cost_minor bigint, currency char(3),
    on_hand integer, reorder_point integer, supplier_id uuid, status text`,
  columns: PRODUCT_COLUMNS,
  makeCheck: productCheck,
  merge: async (sql, shop) => {
    await execute(
      sql,
      `CREATE TEMP TABLE staged_products ON COMMIT DROP AS
       SELECT DISTINCT ON (external_id) * FROM staged_rows ORDER BY external_id, row_number DESC`,
    );
    await execute(sql, "ANALYZE staged_products");
    shop.onStep(0.3);
    await mergeRecords(
      sql,
      {
        table: "products",
        staged: "staged_products",
        merged: "merged_products",
        orderBy: "staged.row_number",
        columns: [
          { name: "sku", initially: "staged.external_id" },
          { name: "name", updated: "target.name || staged.name" },
          { name: "price_minor" },
          { name: "cost_minor" },
          { name: "currency" },
          { name: "on_hand", initially: "0" },
          { name: "reorder_point" },
          { name: "supplier_id" },
          { name: "status", initially: "'active'" },
        ],
      },
      shop,
    );
    return { records: await countMerged(sql, "merged_products"), acceptedAmountMinor: null };
  },
};
