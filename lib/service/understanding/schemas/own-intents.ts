import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { anyIntentId } from "./shared";

export const MAX_OWN_INTENTS = 50;
export const MAX_EXAMPLES = 500;
export const MAX_EXAMPLE_LENGTH = 2_000;

/** A slug: what the model learns and the API names. */
export const intentIdSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{1,39}$/,
    "Use 2 to 40 small letters, digits and underscores, beginning with a letter.",
  );

const nameText = z.string().trim().min(1).max(80).optional();
const nameSchema = z
  .object({ zh: nameText, en: nameText, es: nameText })
  .refine((name) => name.zh || name.en || name.es, "Give the name in one language at least.");
const descriptionSchema = z.string().trim().max(500);

export const createIntentInput = z.object({
  /** Made from the English or Spanish name where it is left out. */
  id: intentIdSchema.optional(),
  name: nameSchema,
  description: descriptionSchema.default(""),
});
export type CreateIntentInput = z.input<typeof createIntentInput>;

export const intentIdInput = z.object({ id: anyIntentId });
export type IntentIdInput = z.input<typeof intentIdInput>;

export const changeIntentBody = z.object({
  name: nameSchema.optional(),
  description: descriptionSchema.optional(),
  /** True puts the intent aside, false takes it back. */
  archived: z.boolean().optional(),
});
export const changeIntentInput = intentIdInput.extend(changeIntentBody.shape);
export type ChangeIntentInput = z.input<typeof changeIntentInput>;

export const listIntentsInput = z.object({
  includeArchived: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")])
    .default(false),
});
export type ListIntentsInput = z.input<typeof listIntentsInput>;

export const merchantIntentDto = z
  .object({
    id: z.string(),
    name: z.object({ zh: z.string().optional(), en: z.string().optional(), es: z.string().optional() }),
    description: z.string(),
    exampleCount: z.int(),
    /** The active head knows it. */
    isLearnt: z.boolean(),
    archivedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "MerchantIntent" });
export type MerchantIntentDto = z.infer<typeof merchantIntentDto>;

export const addExamplesBody = z.object({
  texts: z
    .array(z.string())
    .min(1, "Give one example at least.")
    .max(MAX_EXAMPLES, `An intent holds at most ${MAX_EXAMPLES} examples.`),
});
export const addExamplesInput = intentIdInput.extend(addExamplesBody.shape);
export type AddExamplesInput = z.input<typeof addExamplesInput>;

export const removeExamplesInput = intentIdInput.extend({
  exampleIds: z.array(z.uuid()).min(1).max(MAX_EXAMPLES),
});
export type RemoveExamplesInput = z.input<typeof removeExamplesInput>;

export const listExamplesInput = intentIdInput.extend(pageInput.shape);
export type ListExamplesInput = z.input<typeof listExamplesInput>;

export const intentExampleDto = z
  .object({ id: z.uuid(), text: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: "IntentExample" });
export type IntentExampleDto = z.infer<typeof intentExampleDto>;

/** Each text by its place: stored, or why not. */
export const addedExamplesDto = z
  .object({
    added: z.int(),
    results: z.array(
      z.object({
        index: z.int(),
        status: z.enum(["created", "rejected"]),
        id: z.uuid().optional(),
        error: z
          .object({
            code: z.enum(["invalid_item", "duplicate", "other_intent", "too_many"]),
            message: z.string(),
          })
          .optional(),
      }),
    ),
    intent: merchantIntentDto,
  })
  .meta({ id: "AddedExamples" });
export type AddedExamplesDto = z.infer<typeof addedExamplesDto>;
