import { customType, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, merchantId } from "./columns";
import { conversations } from "./conversations";
import { merchants } from "./merchants";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A file that somebody gave the desk: uploaded first, then used in one message. */
export const attachments = pgTable(
  "attachments",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    /** Who alone may use it: `user:…`, `api_key:…` or `visitor:…` with their id, `channel:…` with the account's. */
    uploader: text("uploader").notNull(),
    /** Where it is used; null until then. What stays unused is deleted after a day. */
    conversationId: uuid("conversation_id"),
    kind: text("kind", { enum: ["image", "document", "video", "audio"] }).notNull(),
    mimeType: text("mime_type").notNull(),
    fileName: text("file_name").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    /** Of pictures, in pixels, as they are shown. */
    width: integer("width"),
    height: integer("height"),
    sha256: text("sha256").notNull(),
    /** The wish about an order, or the complaint, that this shows something of: its `request_key`. */
    evidenceKey: text("evidence_key"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "attachments_pkey", columns: [table.merchantId, table.id] }),
    index("attachments_uploader_idx").on(table.merchantId, table.uploader, table.createdAt),
    index("attachments_conversation_idx").on(table.merchantId, table.conversationId),
    index("attachments_evidence_idx").on(table.merchantId, table.evidenceKey),
    index("attachments_created_at_idx").on(table.createdAt),
    foreignKey({
      name: "attachments_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
  ],
);

/** The bytes of a file in parts of one size, so that a piece of a long one is read without the rest. */
export const attachmentParts = pgTable(
  "attachment_parts",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    attachmentId: uuid("attachment_id").notNull(),
    /** 0, 1, 2 … */
    part: integer("part").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [
    primaryKey({
      name: "attachment_parts_pkey",
      columns: [table.merchantId, table.attachmentId, table.part],
    }),
    foreignKey({
      name: "attachment_parts_attachment_fkey",
      columns: [table.merchantId, table.attachmentId],
      foreignColumns: [attachments.merchantId, attachments.id],
    }).onDelete("cascade"),
  ],
);
