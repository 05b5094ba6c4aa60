import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId, minor } from "./columns";
import { merchants } from "./merchants";

export const imports = pgTable(
  "imports",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    kind: text("kind", { enum: ["products", "customers", "orders"] }).notNull(),
    preset: text("preset"),
    /** Our field → the file's column. */
    columnMap: jsonb("column_map").$type<Record<string, unknown>>(),
    fileName: text("file_name").notNull(),
    fileBytes: bigint("file_bytes", { mode: "number" }).notNull(),
    fileSha256: text("file_sha256"),
    /** Relative to the data folder; null once the file was cleared away. */
    storedPath: text("stored_path"),
    status: text("status", { enum: ["queued", "running", "succeeded", "failed", "cancelled"] }).notNull(),
    /** 0 to 1000, by bytes read and then by rows merged. */
    progressPermille: integer("progress_permille").notNull().default(0),
    rowsRead: integer("rows_read").notNull().default(0),
    rowsAccepted: integer("rows_accepted").notNull().default(0),
    rowsRejected: integer("rows_rejected").notNull().default(0),
    recordsCreated: integer("records_created").notNull().default(0),
    recordsUpdated: integer("records_updated").notNull().default(0),
    recordsUnchanged: integer("records_unchanged").notNull().default(0),
    /** Order imports: net amounts of what went in and of what was set aside, in the base currency. */
    acceptedAmountMinor: minor("accepted_amount_minor"),
    rejectedAmountMinor: minor("rejected_amount_minor"),
    error: text("error"),
    createdByUserId: uuid("created_by_user_id"),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ name: "imports_pkey", columns: [table.merchantId, table.id] }),
    index("imports_created_at_idx").on(table.merchantId, table.createdAt, table.id),
  ],
);

/** The quarantine: rows that were not accepted, as they stood in the file, with the reason for each. */
export const importRejections = pgTable(
  "import_rejections",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    importId: uuid("import_id").notNull(),
    /** Record number in the file, from 1, without the header. */
    rowNumber: integer("row_number").notNull(),
    raw: jsonb("raw").$type<Record<string, string>>().notNull(),
    code: text("code").notNull(),
    message: text("message").notNull(),
    amountMinor: minor("amount_minor"),
  },
  (table) => [
    primaryKey({
      name: "import_rejections_pkey",
      columns: [table.merchantId, table.importId, table.rowNumber],
    }),
    foreignKey({
      name: "import_rejections_import_fkey",
      columns: [table.merchantId, table.importId],
      foreignColumns: [imports.merchantId, imports.id],
    }).onDelete("cascade"),
  ],
);
