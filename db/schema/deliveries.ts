import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channelAccounts, channelContacts } from "./channels";
import { createdAt, id, instant, merchantId, updatedAt } from "./columns";
import { conversations, messages } from "./conversations";
import { merchants } from "./merchants";

/** The way of a message, or of one part of a long one, out to the platform where the customer writes. */
export const deliveries = pgTable(
  "deliveries",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    messageId: uuid("message_id").notNull(),
    /** 0, 1, 2 … within the message, which from `textFrom` to `textTo` is this part. */
    part: integer("part").notNull(),
    textFrom: integer("text_from").notNull(),
    textTo: integer("text_to").notNull(),
    /** The file that is sent as this part, where the platform takes files apart from texts. */
    attachmentId: uuid("attachment_id"),
    state: text("state", {
      enum: ["pending", "sending", "sent", "delivered", "read", "failed", "unknown"],
    })
      .notNull()
      .default("pending"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** Until when whoever is sending it has time; after that nobody knows what became of it. */
    sendingUntil: instant("sending_until"),
    /** The platform's id of what was sent. */
    providerId: text("provider_id"),
    /** Why it is not sent, or not yet: the platform's own code, or one of ours such as `circuit_open`. */
    errorCode: text("error_code"),
    errorReason: text("error_reason"),
    sentAt: instant("sent_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "deliveries_pkey", columns: [table.merchantId, table.id] }),
    uniqueIndex("deliveries_part_key").on(table.merchantId, table.messageId, table.part),
    index("deliveries_conversation_idx").on(
      table.merchantId,
      table.conversationId,
      table.createdAt,
      table.part,
    ),
    index("deliveries_provider_idx").on(table.merchantId, table.accountId, table.providerId),
    index("deliveries_state_idx").on(table.state, table.nextAttemptAt),
    index("deliveries_updated_at_idx").on(table.merchantId, table.updatedAt, table.id),
    foreignKey({
      name: "deliveries_account_fkey",
      columns: [table.merchantId, table.accountId],
      foreignColumns: [channelAccounts.merchantId, channelAccounts.id],
    }),
    foreignKey({
      name: "deliveries_contact_fkey",
      columns: [table.merchantId, table.contactId],
      foreignColumns: [channelContacts.merchantId, channelContacts.id],
    }),
    foreignKey({
      name: "deliveries_conversation_fkey",
      columns: [table.merchantId, table.conversationId],
      foreignColumns: [conversations.merchantId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "deliveries_message_fkey",
      columns: [table.merchantId, table.messageId],
      foreignColumns: [messages.merchantId, messages.id],
    }).onDelete("cascade"),
  ],
);
