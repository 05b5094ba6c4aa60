import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { CHANNEL_KINDS } from "@/lib/platform/channels/adapter";
import { labelDto } from "@/lib/service/labels/schemas";
import { scheduledMessageDto } from "./scheduled/schemas";

export const CHANNELS = ["web", "api", ...CHANNEL_KINDS] as const;
export type Channel = (typeof CHANNELS)[number];
export const STATUSES = ["open", "snoozed", "resolved"] as const;
export const OWNERS = ["bot", "human"] as const;
export const AUTHORS = ["customer", "bot", "agent", "note", "activity"] as const;
export const HANDOFF_REASONS = [
  "asked_for_human",
  "low_confidence",
  "unsupported_intent",
  "order_not_verified",
  "voice_not_understood",
  "attachment_not_read",
  "angry",
  "complaint",
  "amount_at_stake",
  "best_customer",
] as const;
export const DUE_KINDS = ["first_response", "next_response", "resolution"] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

export { HELD_BECAUSE, type ScheduledMessageDto } from "./scheduled/schemas";

export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_VOICE_BYTES = 5 * 1024 * 1024;
export const MAX_VOICE_SECONDS = 60;

const activitySchema = z.object({
  type: z.enum([
    "handoff",
    "takeover",
    "handback",
    "resolved",
    "reopened",
    "snoozed",
    "assigned",
    "auto_assigned",
    "reassigned",
    "breached",
    "held",
    "rated",
  ]),
  actorName: z.string().optional(),
  reason: z.string().optional(),
  detail: z.string().optional(),
});

/** A person's word on what a message asks for, where there is one. */
const correctionSchema = z.object({ intent: z.string(), by: z.string(), at: z.iso.datetime() });

/** What was heard in a voice message; the recording itself is not kept. */
export const messageVoice = z.object({
  durationSeconds: z.number(),
  /** False when the text only says that there was a voice message. */
  isTranscribed: z.boolean(),
  /** How agitated the voice is, 0 (calm) to 1. */
  arousal: z.number(),
  sentiment: z.object({ label: z.enum(["positive", "neutral", "negative"]), score: z.number() }),
});
export type MessageVoice = z.infer<typeof messageVoice>;

/** A file that came with a message; its bytes are under /conversations/{id}/messages/{messageId}/attachments/{index}. */
export const messageAttachment = z.object({
  kind: z.enum(["image", "voice", "video", "file"]),
  mimeType: z.string().nullable(),
  fileName: z.string().nullable(),
  /** False where the platform gave no way to fetch it. */
  isFetchable: z.boolean(),
});
export type MessageAttachmentDto = z.infer<typeof messageAttachment>;

export const messageDto = z
  .object({
    id: z.uuid(),
    clientMessageId: z.string().nullable(),
    author: z.enum(AUTHORS),
    authorName: z.string().nullable(),
    text: z.string(),
    activity: activitySchema.nullable(),
    createdAt: z.string(),
    language: z.string().nullable(),
    /** As it was understood; a person's `correction` stands beside it. */
    intent: z.string().nullable(),
    confidence: z.number().nullable(),
    /** The next best intents, the most probable first. */
    alternatives: z.array(z.object({ id: z.string(), confidence: z.number() })),
    /** -1 (negative) to 1 (positive); null where nothing was understood. */
    sentiment: z.number().nullable(),
    correction: correctionSchema.nullable(),
    sources: z.array(z.object({ type: z.string(), id: z.string(), label: z.string() })),
    /** Whom a note names. */
    mentions: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** `unknown`: it left for the platform, whose answer never came. */
    deliveryState: z.enum(["pending", "sent", "delivered", "read", "failed", "unknown"]),
    voice: messageVoice.nullable(),
    attachments: z.array(messageAttachment),
  })
  .meta({ id: "Message" });
export type MessageDto = z.infer<typeof messageDto>;

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

export const replyDto = z.object({
  id: z.uuid(),
  text: z.string(),
  intent: z.string(),
  confidence: z.number(),
  language: z.string(),
  sources: z.array(z.object({ type: z.string(), id: z.string(), label: z.string() })),
});
export type ReplyDto = z.infer<typeof replyDto>;

/** The answer to a sent message: what was stored, what the bot said, where the conversation stands. */
export const sentMessageDto = z
  .object({
    message: messageDto,
    reply: replyDto.nullable(),
    conversation: z.object({
      id: z.uuid(),
      status: z.enum(STATUSES),
      owner: z.enum(OWNERS),
      intent: z.string().nullable(),
      slots: z.record(z.string(), z.unknown()),
      asksForContact: z.boolean(),
    }),
  })
  .meta({ id: "SentMessage" });
export type SentMessageDto = z.infer<typeof sentMessageDto>;

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
  q: z.string().trim().max(200).optional(),
  /** `recent`: the most recently active first; `due`: what is due first, then the rest. */
  sort: z.enum(["recent", "due"]).default("recent"),
  /** `any`: something is due; `late`: and was not done in time. */
  due: z.enum(["any", "late"]).optional(),
});
export type ListConversationsInput = z.input<typeof listConversationsInput>;

export const searchConversationsInput = listConversationsInput.extend({
  q: z.string().trim().min(1, "Write what to look for.").max(200),
});
export type SearchConversationsInput = z.input<typeof searchConversationsInput>;

const localeInput = z.enum(["zh", "en", "es"]);

export const startConversationInput = z.object({
  channel: z.literal("api"),
  customer: z.object({
    externalId: z.string().trim().min(1).max(200),
    name: z.string().trim().max(200).optional(),
    locale: localeInput.optional(),
  }),
});
export type StartConversationInput = z.input<typeof startConversationInput>;

const messageText = z
  .string()
  .max(
    MAX_MESSAGE_LENGTH,
    `Write at most ${MAX_MESSAGE_LENGTH} characters; send the rest in a second message.`,
  )
  .refine((text) => text.trim() !== "", "Write something first.");
const clientMessageId = z.string().trim().min(1).max(200);

export const sendMessageInput = z.object({
  author: z.enum(["customer", "agent"]),
  text: messageText,
  clientMessageId,
});
export const scheduleMessageInput = z.object({
  text: messageText,
  clientMessageId,
  sendAt: z.iso.datetime({ offset: true }),
});
export type ScheduleMessageInput = z.input<typeof scheduleMessageInput>;
export const scheduledIdInput = z.object({ id: z.uuid(), scheduledId: z.uuid() });
export type SendMessageInput = z.input<typeof sendMessageInput>;

export const visitorMessageInput = z.object({ text: messageText, clientMessageId });
export type VisitorMessageInput = z.input<typeof visitorMessageInput>;

export const visitorVoiceInput = z.object({
  clientMessageId,
  /** The language in which the chat is shown: for a conversation that has none of its own yet. */
  language: localeInput.optional(),
});
export type VisitorVoiceInput = z.input<typeof visitorVoiceInput>;

/** What an analyser hears in a recording (WebM, Ogg or WAV). It refuses what it cannot decode with an AppError. */
export type AnalyzeVoice = (audio: Uint8Array) => Promise<{
  durationSeconds: number;
  /** Null where nothing could be understood, or nothing is installed that could. */
  transcript: string | null;
  /** 0 (calm) to 1. */
  arousal: number;
  sentiment: MessageVoice["sentiment"];
}>;

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

export const openVisitorSessionInput = z.object({
  widgetKey: z.string().min(1).max(100),
  customer: z
    .object({
      externalId: z.string().trim().min(1).max(200),
      name: z.string().trim().max(200).optional(),
      locale: localeInput.optional(),
      signature: z.string().regex(/^[0-9a-f]{64}$/i, "The signature is HMAC-SHA256 in hex."),
    })
    .optional(),
});
export type OpenVisitorSessionInput = z.input<typeof openVisitorSessionInput>;

export const visitorSessionDto = z
  .object({
    token: z.string(),
    conversationId: z.uuid().nullable(),
    merchantName: z.string(),
    customerName: z.string().nullable(),
    /** The widget hides personal data before it sends anything, and takes no voice messages. */
    maskPersonalData: z.boolean(),
    /** The widget reads what is being written in the visitor's own browser, and gives hints. */
    understandInBrowser: z.boolean(),
    /** The shop's own form of order numbers, as the source of a regular expression: they are never hidden. */
    orderNumberPattern: z.string().nullable(),
    takesVoiceMessages: z.boolean(),
  })
  .meta({ id: "VisitorSession" });
export type VisitorSessionDto = z.infer<typeof visitorSessionDto>;

/** What a visitor sees of a message: no intent, no note. */
export const visitorMessageDto = messageDto
  .pick({
    id: true,
    clientMessageId: true,
    author: true,
    authorName: true,
    text: true,
    activity: true,
    createdAt: true,
  })
  .extend({ voiceSeconds: z.number().nullable() })
  .meta({ id: "VisitorMessage" });
export type VisitorMessageDto = z.infer<typeof visitorMessageDto>;

/** What a visitor gets back for a message: the bot's answer, without how it was understood. */
export const sentVisitorMessageDto = z
  .object({
    message: visitorMessageDto,
    reply: z.object({ id: z.uuid(), text: z.string(), language: z.string() }).nullable(),
    conversation: z.object({
      id: z.uuid(),
      status: z.enum(STATUSES),
      owner: z.enum(OWNERS),
      asksForContact: z.boolean(),
    }),
  })
  .meta({ id: "SentVisitorMessage" });
export type SentVisitorMessageDto = z.infer<typeof sentVisitorMessageDto>;

export const visitorConversationDto = z
  .object({
    id: z.uuid(),
    status: z.enum(STATUSES),
    owner: z.enum(OWNERS),
    assigneeName: z.string().nullable(),
    rating: z.int().nullable(),
    /** The bot waits for the e-mail or phone on an order: the one time that a masking widget sends them. */
    asksForContact: z.boolean(),
    /** Start the stream after this event: nothing is missed between this answer and the stream. */
    streamPosition: z.int().nullable(),
    messages: z.array(visitorMessageDto),
  })
  .meta({ id: "VisitorConversation" });
export type VisitorConversationDto = z.infer<typeof visitorConversationDto>;

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
