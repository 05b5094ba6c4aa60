import { z } from "zod";
import { languageSchema, share } from "./shared";

export const qualityInput = z
  .object({
    /** Calendar days of the shop, both included; by default the last 28. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine((period) => !period.from || !period.to || period.from <= period.to, {
    path: ["to"],
    message: "The last day is before the first.",
  });
export type QualityInput = z.input<typeof qualityInput>;

const qualityFigures = z.object({
  /** Customer messages that were understood. */
  messages: z.int(),
  meanConfidence: share.nullable(),
  lowConfidence: z.int(),
  lowConfidenceShare: share.nullable(),
  /** Messages that a person confirmed or corrected, and those of them that were corrected. */
  reviewed: z.int(),
  corrected: z.int(),
  /** Of the reviewed, with a Wilson 95 % interval; null without any. */
  accuracy: z.object({ share, lower: share, upper: share }).nullable(),
});

const confusionCell = z.object({ actual: z.string(), predicted: z.string(), count: z.int() });

export const qualityDto = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    timeZone: z.string(),
    total: qualityFigures,
    languages: z.array(qualityFigures.extend({ language: languageSchema })),
    /** Every day of the period, in order. */
    days: z.array(
      z.object({
        day: z.iso.date(),
        messages: z.int(),
        meanConfidence: share.nullable(),
        lowConfidence: z.int(),
        reviewed: z.int(),
        corrected: z.int(),
      }),
    ),
    /** Reviewed messages; cells that are zero are left out, the most frequent come first. */
    confusion: z.object({
      intents: z.array(z.string()),
      cells: z.array(confusionCell),
      /** The same of each language that has any. */
      languages: z.array(z.object({ language: languageSchema, cells: z.array(confusionCell) })),
    }),
  })
  .meta({ id: "UnderstandingQuality" });
export type QualityDto = z.infer<typeof qualityDto>;
