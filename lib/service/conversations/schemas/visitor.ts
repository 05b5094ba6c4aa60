import { z } from "zod";
import { clientMessageId, hasContent, localeInput, messageContent, nothingSaid, typingInput } from "./inputs";
import { keptAttachment, type MessageVoice, messageDto } from "./messages";
import { OWNERS, STATUSES } from "./values";

export const visitorMessageInput = z
  .object({
    ...messageContent,
    clientMessageId,
    /** The language in which the chat is shown: for files without words that open a conversation. */
    language: localeInput.optional(),
  })
  .refine(hasContent, nothingSaid);
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

/** How much of what is being written the desk may see: its end, where it is longer. */
export const MAX_PREVIEW_LENGTH = 500;
export const visitorTypingInput = typingInput.extend({
  /** What stands in the field, where the shop's agents may see it; empty takes it away. */
  text: z.string().max(MAX_PREVIEW_LENGTH, `Send the last ${MAX_PREVIEW_LENGTH} characters only.`).optional(),
});
export type VisitorTypingInput = z.input<typeof visitorTypingInput>;

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
    /** Agents see what is being written before it is sent: the widget says so, and sends it. */
    showsTyping: z.boolean(),
    /** False where personal data is hidden: what is in a picture cannot be. */
    takesFiles: z.boolean(),
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
    hasWords: true,
  })
  .extend({ voiceSeconds: z.number().nullable(), attachments: z.array(keptAttachment) })
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
