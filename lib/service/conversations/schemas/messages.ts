import { z } from "zod";
import { AUTHORS, OWNERS, STATUSES } from "./values";

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
    "macro",
    "undone",
    "rated",
  ]),
  actorName: z.string().optional(),
  reason: z.string().optional(),
  detail: z.string().optional(),
  /** Of a handoff: when people are back, as the customer was told. */
  promisedAt: z.string().optional(),
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
