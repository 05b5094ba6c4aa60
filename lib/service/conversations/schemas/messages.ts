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

/** A file of a message that is kept here. */
export const keptAttachment = z.object({
  id: z.uuid(),
  kind: z.enum(["image", "voice", "video", "file"]),
  mimeType: z.string().nullable(),
  fileName: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  /** Of pictures, in pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Where its bytes are, on this server. */
  url: z.string(),
  /** Of a video, once it was looked into: a frame. */
  posterUrl: z.string().nullable(),
});
export type KeptAttachmentDto = z.infer<typeof keptAttachment>;

/** Or one that is still on the platform where the customer wrote. */
export const messageAttachment = keptAttachment.extend({
  /** Null while it is not kept here. */
  id: z.uuid().nullable(),
  /** Null where there is no way to fetch it. */
  url: z.string().nullable(),
  /** False where there is no way to fetch it. */
  isFetchable: z.boolean(),
  /** The frame's id. */
  posterId: z.uuid().nullable(),
  /** Of a customer's video: what is said in its first minute, and how it sounds. */
  transcript: z.string().nullable(),
  voice: messageVoice.nullable(),
  /** Why it could not be kept. */
  problem: z.string().nullable(),
});
export type MessageAttachmentDto = z.infer<typeof messageAttachment>;

export const messageDto = z
  .object({
    id: z.uuid(),
    clientMessageId: z.string().nullable(),
    author: z.enum(AUTHORS),
    authorName: z.string().nullable(),
    text: z.string(),
    /** False where the text only stands for files that came without words. */
    hasWords: z.boolean(),
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
    /** Of those that are kept here. */
    attachmentIds: z.array(z.uuid()),
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
