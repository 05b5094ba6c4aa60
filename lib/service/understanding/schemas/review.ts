import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { anyIntentId, languageSchema, share } from "./shared";

export const REVIEW_REASONS = ["low_confidence", "small_margin", "out_of_scope", "negative_rating"] as const;

export const reviewQueueInput = pageInput.extend({
  sort: z.enum(["newest", "uncertain"]).default("newest"),
  language: languageSchema.optional(),
  /** As understood. */
  intent: anyIntentId.optional(),
  reason: z.enum(REVIEW_REASONS).optional(),
});
export type ReviewQueueInput = z.input<typeof reviewQueueInput>;

export const reviewItemDto = z
  .object({
    messageId: z.uuid(),
    conversationId: z.uuid(),
    customerName: z.string().nullable(),
    text: z.string(),
    language: z.string().nullable(),
    intent: z.string(),
    confidence: share,
    alternatives: z.array(z.object({ id: z.string(), confidence: share })),
    sentiment: z.number().nullable(),
    reasons: z.array(z.enum(REVIEW_REASONS)),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "ReviewItem" });
export type ReviewItemDto = z.infer<typeof reviewItemDto>;
