import { z } from "zod";
import { labelDto } from "@/lib/service/labels/schemas";
import { scheduledMessageDto } from "../scheduled/schemas";
import { handoffDto } from "./handoff";
import { messageDto } from "./messages";
import { AUTHORS, CHANNELS, DUE_KINDS, OWNERS, STATUSES } from "./values";

export const conversationSummaryDto = z
  .object({
    id: z.uuid(),
    channel: z.enum(CHANNELS),
    status: z.enum(STATUSES),
    owner: z.enum(OWNERS),
    customerId: z.uuid().nullable(),
    customerName: z.string().nullable(),
    assigneeId: z.uuid().nullable(),
    assigneeName: z.string().nullable(),
    language: z.enum(["zh", "en", "es"]).nullable(),
    intent: z.string().nullable(),
    /** Null where a person said what it is about. */
    confidence: z.number().nullable(),
    /** Of the customer's latest message. */
    sentiment: z.number().nullable(),
    slots: z.record(z.string(), z.unknown()),
    handoffReason: z.string().nullable(),
    waitingSince: z.string().nullable(),
    snoozedUntil: z.string().nullable(),
    /** What people owe next and by when; null while nothing runs. */
    due: z.object({ kind: z.enum(DUE_KINDS), at: z.string() }).nullable(),
    rating: z.int().nullable(),
    /** Somebody has named the reader in a note that they have not seen. */
    hasUnreadMention: z.boolean(),
    /** By name. */
    labels: z.array(labelDto),
    lastMessage: z.object({ author: z.string().nullable(), preview: z.string(), createdAt: z.string() }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "ConversationSummary" });
export type ConversationSummaryDto = z.infer<typeof conversationSummaryDto>;

export const conversationDto = conversationSummaryDto
  .extend({
    messages: z.array(messageDto),
    /** Replies that wait for their time, or were held because something has happened since. */
    scheduled: z.array(scheduledMessageDto),
    /** For the person who takes over; null while the bot has it. */
    handoff: handoffDto.nullable(),
  })
  .meta({ id: "Conversation" });
export type ConversationDto = z.infer<typeof conversationDto>;

export const searchHitDto = z.object({
  messageId: z.uuid(),
  author: z.enum(AUTHORS),
  createdAt: z.string(),
  /** The place of the message, in pieces; what was looked for is marked. */
  parts: z.array(z.object({ text: z.string(), isMarked: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHitDto>;
export const conversationHitDto = conversationSummaryDto
  .extend({
    /** Null where the customer's name alone fits. */
    hit: searchHitDto.nullable(),
  })
  .meta({ id: "ConversationHit" });
export type ConversationHitDto = z.infer<typeof conversationHitDto>;

export const inboxCountsDto = z
  .object({
    needsPerson: z.int(),
    mine: z.int(),
    bot: z.int(),
    snoozed: z.int(),
    resolved: z.int(),
    /** Conversations with notes that name one and that one has not seen. */
    mentions: z.int(),
  })
  .meta({ id: "InboxCounts" });
export type InboxCountsDto = z.infer<typeof inboxCountsDto>;

/** A member to whom a conversation can be given. */
export interface AssigneeDto {
  id: string;
  name: string;
}
