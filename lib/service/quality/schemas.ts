import { z } from "zod";

export const serviceQualityInput = z
  .object({
    /** Calendar days of the shop, both included; by default the last 28. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine((period) => !period.from || !period.to || period.from <= period.to, {
    path: ["to"],
    message: "The last day is before the first.",
  });
export type ServiceQualityInput = z.input<typeof serviceQualityInput>;

/** Of durations in seconds: how many, the median, and what nine in ten stay below. Null where there are none. */
const durations = z.object({
  count: z.int(),
  medianSeconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
});

export const serviceQualityDto = z
  .object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    /** Conversations that began in the period; `withPerson`: those that people took part in or were called to. */
    conversations: z.object({ started: z.int(), withPerson: z.int(), resolved: z.int() }),
    /** From the handoff to the first word of a person. `unanswered` still wait, or were closed without one. */
    firstResponse: durations.extend({ unanswered: z.int() }),
    /** From the customer's first word to the resolution. */
    resolution: durations,
    /**
     * What the bot settled alone: no person, and nothing more from the customer within 72 hours of the last word.
     * Only conversations that have rested for so long are judged.
     */
    automation: z.object({
      judged: z.int(),
      automated: z.int(),
      withPerson: z.int(),
      recontacted: z.int(),
      rate: z.number().nullable(),
    }),
    ratings: z.object({
      count: z.int(),
      mean: z.number().nullable(),
      /** Share of four and five stars. */
      satisfied: z.number().nullable(),
      /** How often one to five stars were given. */
      stars: z.array(z.int()).length(5),
    }),
    days: z.array(z.object({ day: z.string(), byBot: z.int(), withPerson: z.int() })),
    /** What the bot had to hand over because it could not help, most often first. */
    failing: z.array(
      z.object({
        intent: z.string(),
        handoffs: z.int(),
        /** Conversations in which this was asked for. */
        conversations: z.int(),
        reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
      }),
    ),
    /** Drafts that agents sent as they were, sent changed, or put away. */
    suggestions: z.object({ accepted: z.int(), edited: z.int(), rejected: z.int() }),
    agents: z.array(
      z.object({
        userId: z.uuid(),
        name: z.string(),
        conversations: z.int(),
        messages: z.int(),
        firstResponseMedianSeconds: z.number().nullable(),
        ratingMean: z.number().nullable(),
        /** Assigned and open at this moment. */
        open: z.int(),
      }),
    ),
  })
  .meta({ id: "ServiceQuality" });
export type ServiceQualityDto = z.infer<typeof serviceQualityDto>;
