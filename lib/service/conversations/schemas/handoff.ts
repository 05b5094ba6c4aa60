import { z } from "zod";
import { money } from "@/lib/data/catalog/schemas";
import { HANDOFF_REASONS } from "./values";

/** What a line is about, in the order in which they are read. */
export const HANDOFF_GROUPS = ["why", "wants", "did", "identity", "promise", "mood"] as const;
export type HandoffGroup = (typeof HANDOFF_GROUPS)[number];

export const handoffLineDto = z.object({
  group: z.enum(HANDOFF_GROUPS),
  /** Names the sentence; `values` are what stands in it. */
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The sentence, in the reader's language. */
  text: z.string(),
});
export type HandoffLineDto = z.infer<typeof handoffLineDto>;

/** How the customer has felt from message to message, the oldest first. */
export const moodDto = z.object({
  /** By the messages' slope; `unknown` below three of them. */
  trend: z.enum(["rising", "falling", "even", "unknown"]),
  points: z.array(z.object({ messageId: z.uuid(), at: z.string(), score: z.number() })),
});
export type MoodDto = z.infer<typeof moodDto>;

/** Who writes, in brief. What the reader's permissions do not show is null. */
export const handoffProfileDto = z.object({
  customerId: z.uuid(),
  name: z.string().nullable(),
  locale: z.string().nullable(),
  country: z.string().nullable(),
  since: z.string(),
  /** Paid orders, and what came of them, net of refunds. */
  orders: z.int().nullable(),
  revenue: money.nullable(),
  lastOrderAt: z.string().nullable(),
  /** Conversations beside this one: how many, when the latest was, what it was about, how it was rated. */
  earlier: z.object({
    count: z.int(),
    lastAt: z.string().nullable(),
    lastIntent: z.string().nullable(),
    lastRating: z.int().nullable(),
  }),
});
export type HandoffProfileDto = z.infer<typeof handoffProfileDto>;

export const handoffDto = z
  .object({
    /** When a person became needed; where an agent took the conversation unasked, when they did. */
    at: z.string(),
    /** Null where an agent took it unasked. */
    reason: z.enum(HANDOFF_REASONS).nullable(),
    takenAt: z.string().nullable(),
    /** Until somebody took it, else until now. */
    waitedSeconds: z.int(),
    /** When people are back, as the customer was told. */
    promisedAt: z.string().nullable(),
    lines: z.array(handoffLineDto),
    /** The lines as one text. */
    summary: z.string(),
    sentiment: moodDto,
    /** Null for a stranger, and for readers who may not see customers. */
    profile: handoffProfileDto.nullable(),
  })
  .meta({ id: "Handoff" });
export type HandoffDto = z.infer<typeof handoffDto>;
