import { CUSTOMER_COLUMNS, customerCheck } from "../validate/customer";
import type { KindHandler } from "./kind";
import { countMerged, mergeRecords } from "./merge-records";
import { execute } from "./sql-connection";

/** Customers by external id; of rows with the same one the last counts. Someone who was erased stays so. */
export const customersKind: KindHandler = {
  stagingColumns: "external_id text, name text, email text, phone text, locale text, country text, city text",
  columns: CUSTOMER_COLUMNS,
  makeCheck: customerCheck,
  merge: async (sql, shop) => {
    await execute(
      sql,
      `CREATE TEMP TABLE staged_customers ON COMMIT DROP AS
       SELECT DISTINCT ON (external_id) * FROM staged_rows ORDER BY external_id, row_number DESC`,
    );
    await execute(sql, "ANALYZE staged_customers");
    shop.onStep(0.3);
    await mergeRecords(
      sql,
      {
        table: "customers",
        staged: "staged_customers",
        merged: "merged_customers",
        orderBy: "staged.row_number",
        columns: ["name", "email", "phone", "locale", "country", "city"].map((name) => ({
          name,
          updated: `CASE WHEN target.erased_at IS NULL THEN coalesce(staged.${name}, target.${name}) ELSE target.${name} END`,
        })),
      },
      shop,
    );
    return { records: await countMerged(sql, "merged_customers"), acceptedAmountMinor: null };
  },
};
