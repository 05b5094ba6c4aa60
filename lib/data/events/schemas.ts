import { z } from "zod";
import { MAX_BATCH_ITEMS, referenceSchema, storableText } from "../records/schemas";

/** Types that the product itself reads; others are kept as they come. */
export const KNOWN_EVENT_TYPES = [
  "impression",
  "view",
  "click",
  "search",
  "cart",
  "purchase",
  "touch",
] as const;

const safeInteger = z.int();

export const eventInput = z
  .object({
    /** The sender's own id; the same id sent again is a duplicate. */
    id: storableText(200).min(1),
    type: z
      .string()
      .regex(/^[a-z][a-z_]{1,39}$/, "Use 2 to 40 small letters and underscores, such as view.")
      .meta({ examples: [...KNOWN_EVENT_TYPES] }),
    customerId: referenceSchema.nullish(),
    anonymousId: storableText(200).min(1).nullish(),
    productId: referenceSchema.nullish(),
    query: storableText(500).nullish(),
    quantity: z.int().min(-1_000_000).max(1_000_000).nullish(),
    /** In minor units of the shop's base currency. */
    valueMinor: safeInteger.nullish(),
    recommendationId: z.uuid().nullish(),
    campaignId: z.uuid().nullish(),
    channel: storableText(80).nullish(),
    occurredAt: z.iso.datetime({ offset: true }),
  })
  .refine((event) => event.customerId || event.anonymousId, {
    message: "Give customerId or anonymousId.",
    path: ["customerId"],
  });
export type EventInput = z.output<typeof eventInput>;

const { $schema: _, ...describedEvent } = z.toJSONSchema(eventInput, { io: "input", unrepresentable: "any" });

/** Events stand as `unknown` while the envelope is read, so that a bad one is rejected alone. */
export const recordEventsInput = z.object({
  events: z.array(z.unknown().meta(describedEvent)).min(1).max(MAX_BATCH_ITEMS),
});
export interface RecordEventsInput {
  events: readonly z.input<typeof eventInput>[];
}

export const recordedEventsDto = z
  .object({
    accepted: z.int(),
    duplicates: z.int(),
    rejected: z.array(
      z.object({
        index: z.int(),
        code: z.enum(["invalid_event", "unknown_customer", "unknown_product", "in_the_future", "too_old"]),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "RecordedEvents" });
export type RecordedEventsDto = z.infer<typeof recordedEventsDto>;
export type EventRejection = RecordedEventsDto["rejected"][number];
