import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { attachmentIds } from "@/lib/platform/attachments/schemas";
import { CHANNELS, MAX_MESSAGE_LENGTH, OWNERS, STATUSES } from "./values";

export const conversationIdInput = z.object({ id: z.uuid() });
export const conversationMessageInput = z.object({ id: z.uuid(), messageId: z.uuid() });
export const attachmentInput = conversationMessageInput.extend({
  index: z.coerce.number().int().min(0).max(99),
});

export const listConversationsInput = pageInput.extend({
  status: z.enum(STATUSES).optional(),
  owner: z.enum(OWNERS).optional(),
  /** `me`, `none`, or an agent's id. */
  assignee: z.union([z.literal("me"), z.literal("none"), z.uuid()]).optional(),
  customerId: z.uuid().optional(),
  /** Where one is named in a note. */
  mentioned: z.literal("me").optional(),
  /** A label's id. */
  label: z.uuid().optional(),
  channel: z.enum(CHANNELS).optional(),
  /** In which the customer writes. */
  language: z.enum(["zh", "en", "es"]).optional(),
  /** Who spoke last, the bot left aside: `customer` is what nobody has answered. */
  lastFrom: z.enum(["customer", "agent"]).optional(),
  q: z.string().trim().max(200).optional(),
  /** `recent`: the most recently active first; `due`: what is due first, then the rest. */
  sort: z.enum(["recent", "due"]).default("recent"),
  /** `any`: something is due; `late`: and was not done in time. */
  due: z.enum(["any", "late"]).optional(),
});
export type ListConversationsInput = z.input<typeof listConversationsInput>;
/** What narrows a list, without its place in it. */
export type InboxFilters = Omit<ListConversationsInput, "limit" | "cursor" | "sort">;

export const searchConversationsInput = listConversationsInput.extend({
  q: z.string().trim().min(1, "Write what to look for.").max(200),
});
export type SearchConversationsInput = z.input<typeof searchConversationsInput>;

export const localeInput = z.enum(["zh", "en", "es"]);

export const startConversationInput = z.object({
  channel: z.literal("api"),
  customer: z.object({
    externalId: z.string().trim().min(1).max(200),
    name: z.string().trim().max(200).optional(),
    locale: localeInput.optional(),
  }),
});
export type StartConversationInput = z.input<typeof startConversationInput>;

const boundedText = z
  .string()
  .max(
    MAX_MESSAGE_LENGTH,
    `Write at most ${MAX_MESSAGE_LENGTH} characters; send the rest in a second message.`,
  );
const NOTHING_SAID = "Write something first.";
export const messageText = boundedText.refine((text) => text.trim() !== "", NOTHING_SAID);
/** What a message says: words, files that its sender has uploaded, or both. */
export const messageContent = { text: boundedText.default(""), attachmentIds: attachmentIds.default([]) };
export const hasContent = (content: { text: string; attachmentIds: readonly string[] }) =>
  content.text.trim() !== "" || content.attachmentIds.length > 0;
export const nothingSaid = { path: ["text"], message: NOTHING_SAID };
export const clientMessageId = z.string().trim().min(1).max(200);

export const sendMessageInput = z
  .object({
    author: z.enum(["customer", "agent"]),
    ...messageContent,
    clientMessageId,
    /** What an agent wrote, where `text` is its translation: kept for the desk, and not shown to the customer. */
    original: z.object({ text: messageText, language: localeInput }).optional(),
  })
  .refine(hasContent, nothingSaid);
export const scheduleMessageInput = z.object({
  text: messageText,
  clientMessageId,
  sendAt: z.iso.datetime({ offset: true }),
});
export type ScheduleMessageInput = z.input<typeof scheduleMessageInput>;
export const scheduledIdInput = z.object({ id: z.uuid(), scheduledId: z.uuid() });
export type SendMessageInput = z.input<typeof sendMessageInput>;

export const assignInput = z.object({ assigneeId: z.uuid().nullable() });
export const labelsInput = z
  .object({ add: z.array(z.uuid()).max(50).default([]), remove: z.array(z.uuid()).max(50).default([]) })
  .refine(({ add, remove }) => add.length + remove.length > 0, "Name a label to add or to remove.")
  .refine(
    ({ add, remove }) => !add.some((id) => remove.includes(id)),
    "A label is added or removed, not both.",
  );
export type LabelConversationInput = z.input<typeof labelsInput>;
export const snoozeInput = z.object({ until: z.iso.datetime({ offset: true }) });
export const noteInput = z.object({
  text: messageText,
  /** Ids of members who shall see it. */
  mentions: z.array(z.uuid()).max(20, "Mention at most 20 people in a note.").default([]),
});
export type AddNoteInput = z.input<typeof noteInput>;
export const rateInput = z.object({
  score: z.int().min(1).max(5),
  comment: z.string().trim().max(2_000).optional(),
});
export const presenceInput = z.object({
  /** `arrived` asks those who are there already to say so. */
  state: z.enum(["arrived", "here", "left"]),
});
export type PresenceInput = z.input<typeof presenceInput>;
export const typingInput = z.object({ isTyping: z.boolean() });
