import type { RowCheckFactory } from "../validate/row-check";
import type { MergeScope, RecordCounts } from "./merge-records";
import type { ImportSql } from "./sql-connection";

export interface MergeOutcome {
  records: RecordCounts;
  /** Orders: net amount of what went in, in the base currency's minor unit. */
  acceptedAmountMinor: number | null;
}

export interface MergeShop extends MergeScope {
  nameLocale: "zh" | "en" | "es";
  defaultStatus: string;
  /** Called before each step with the share that is done, 0 to 1. */
  onStep: (share: number) => void;
}

/** What is particular to products, customers or orders; the run itself is the same for all. */
export interface KindHandler {
  /** Columns of the staging table `staged_rows` beside row_number, as SQL. */
  stagingColumns: string;
  columns: readonly string[];
  makeCheck: RowCheckFactory;
  merge: (sql: ImportSql, shop: MergeShop) => Promise<MergeOutcome>;
}
