import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";

export const UNDERSTOOD_LANGUAGES = ["zh", "en", "es", "other"] as const;
export const MAX_OWN_INTENTS = 50;
export const MAX_EXAMPLES = 500;
export const MAX_EXAMPLE_LENGTH = 2_000;
/** So many new corrections and examples start a training by themselves. */
export const AUTOMATIC_TRAINING_AT = 20;
/** Stands for the shipped model where a version is named. */
export const SHIPPED = "shipped";

const languageSchema = z.enum(UNDERSTOOD_LANGUAGES);
const share = z.number();

/** A slug: what the model learns and the API names. */
export const intentIdSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{1,39}$/,
    "Use 2 to 40 small letters, digits and underscores, beginning with a letter.",
  );
const anyIntentId = z.string().min(1).max(60);

// Corrections

export const correctIntentBody = z.object({ intent: anyIntentId });
export const undoCorrectionInput = z.object({
  messageId: z.uuid(),
  /** Where it is given, the message must be of it. */
  conversationId: z.uuid().optional(),
});
export type UndoCorrectionInput = z.input<typeof undoCorrectionInput>;
export const correctIntentInput = undoCorrectionInput.extend(correctIntentBody.shape);
export type CorrectIntentInput = z.input<typeof correctIntentInput>;

// The merchant's own intents

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

// Training and versions

const scoresDto = z.object({
  accuracy: share,
  macroF1: share,
  /** Mean, in nats. */
  logLoss: z.number(),
  expectedCalibrationError: share,
});

/** An intent whose held-out texts fare differently under the two heads. */
const intentChangeDto = z.object({
  intent: z.string(),
  count: z.int(),
  fixed: z.int(),
  broken: z.int(),
  recallBefore: share,
  recallAfter: share,
  f1Before: share,
  f1After: share,
});

export const headComparisonDto = z
  .object({
    heldOutTexts: z.int(),
    before: scoresDto,
    after: scoresDto,
    /** Texts that only the later, or only the earlier head gets right; p is McNemar's, exact, two-sided. */
    fixed: z.int(),
    broken: z.int(),
    p: z.number(),
    /** Most changed first. */
    intents: z.array(intentChangeDto),
  })
  .meta({ id: "HeadComparison" });
export type HeadComparisonDto = z.infer<typeof headComparisonDto>;

export const PROMOTION_REASONS = [
  "no_held_out_texts",
  "fewer_right",
  "class_lost",
  "less_honest",
  "more_right",
  "corrections_fixed",
  "nothing_gained",
  /** A newer version was activated while this one was trained. */
  "overtaken",
] as const;

export const headVersionDto = z
  .object({
    id: z.uuid(),
    number: z.int(),
    model: z.string(),
    isActive: z.boolean(),
    /** False where the shipped model has changed since: it can be looked at, not activated. */
    isCompatible: z.boolean(),
    /** The version that it was trained from and compared with; null is the shipped model. */
    previousNumber: z.int().nullable(),
    decision: z.enum(["promoted", "rejected"]),
    reason: z.enum(PROMOTION_REASONS),
    ownIntents: z.array(z.string()),
    counts: z.object({
      corrections: z.int(),
      confirmations: z.int(),
      examples: z.int(),
      anchors: z.int(),
      heldOut: z.int(),
    }),
    /** Against the version before, on the same held-out texts. */
    comparison: headComparisonDto,
    trigger: z.enum(["person", "automatic"]),
    requestedBy: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "HeadVersion" });
export type HeadVersionDto = z.infer<typeof headVersionDto>;

export const listVersionsInput = pageInput;
export type ListVersionsInput = z.input<typeof listVersionsInput>;

/** A version's id, or `shipped`. */
export const versionIdInput = z.object({ id: z.union([z.literal(SHIPPED), z.uuid()]) });
export type VersionIdInput = z.input<typeof versionIdInput>;

export const compareVersionsInput = z.object({
  before: z.union([z.literal(SHIPPED), z.uuid()]),
  after: z.union([z.literal(SHIPPED), z.uuid()]),
});
export type CompareVersionsInput = z.input<typeof compareVersionsInput>;

export const TRAINING_STAGES = [
  "waiting",
  "collecting",
  "encoding",
  "training",
  "comparing",
  "done",
] as const;

export const trainingRunDto = z
  .object({
    id: z.uuid(),
    trigger: z.enum(["person", "automatic"]),
    requestedBy: z.string(),
    status: z.enum(["queued", "running", "succeeded", "failed"]),
    stage: z.enum(TRAINING_STAGES),
    /** 0–1. */
    progress: z.number(),
    error: z.string().nullable(),
    versionId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "TrainingRun" });
export type TrainingRunDto = z.infer<typeof trainingRunDto>;

/** Where learning stands: what reads messages now, what is new since the last training, the latest run. */
export const understandingStatusDto = z
  .object({
    /** The shipped model, `id@version`. */
    model: z.string(),
    /** What a message can be corrected to: the model's intents, and the shop's own in use. */
    baseIntents: z.array(z.string()),
    ownIntents: z.array(z.string()),
    /** Below it a message waits for review. */
    lowConfidence: share,
    /** Null in `versionId` and `number` is the shipped model. */
    active: z.object({
      versionId: z.uuid().nullable(),
      number: z.int().nullable(),
      activatedBy: z.string().nullable(),
      activatedAt: z.iso.datetime().nullable(),
    }),
    fresh: z.object({ corrections: z.int(), examples: z.int() }),
    automaticAt: z.int(),
    run: trainingRunDto.nullable(),
  })
  .meta({ id: "UnderstandingStatus" });
export type UnderstandingStatusDto = z.infer<typeof understandingStatusDto>;

// Review

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

// Quality

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
      cells: z.array(z.object({ actual: z.string(), predicted: z.string(), count: z.int() })),
    }),
  })
  .meta({ id: "UnderstandingQuality" });
export type QualityDto = z.infer<typeof qualityDto>;

// Alerts

export const listAlertsInput = pageInput.extend({ status: z.enum(["open", "dismissed"]).optional() });
export type ListAlertsInput = z.input<typeof listAlertsInput>;
export const alertIdInput = z.object({ id: z.uuid() });

export const alertDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(["confidence", "corrections"]),
    measure: z.enum(["mean_confidence", "low_confidence_share", "correction_rate"]),
    /** First day of the worse time, in the shop's time zone. */
    since: z.iso.date(),
    before: share,
    after: share,
    p: z.number(),
    openedAt: z.iso.datetime(),
    dismissedAt: z.iso.datetime().nullable(),
    dismissedBy: z.string().nullable(),
  })
  .meta({ id: "UnderstandingAlert" });
export type AlertDto = z.infer<typeof alertDto>;

// Stateless analysis

export const MAX_TEXTS = 256;
export const MAX_TEXT_UNITS = 100_000;

const analyzedText = z
  .string()
  .max(
    MAX_TEXT_UNITS,
    `A text holds at most ${MAX_TEXT_UNITS} UTF-16 units. Send its beginning, or its parts.`,
  );

export const analyzeTextsInput = z.object({
  texts: z
    .array(analyzedText)
    .min(1, "Send one text at least.")
    .max(MAX_TEXTS, `Send at most ${MAX_TEXTS} texts at once, the rest in a second request.`),
  /** Decides where the language cannot be told from the text. */
  locale: z.enum(["zh", "en", "es"]).optional(),
});
export type AnalyzeTextsInput = z.input<typeof analyzeTextsInput>;

const guessDto = z.object({ id: z.string(), confidence: share });

export const analyzedTextsDto = z
  .object({
    model: z.object({
      id: z.string(),
      version: z.string(),
      /** The shop's active head; null is the shipped model. */
      headVersion: z.int().nullable(),
    }),
    results: z.array(
      z.object({
        language: languageSchema,
        intent: guessDto.extend({ alternatives: z.array(guessDto) }),
        sentiment: z.object({ label: z.enum(["positive", "neutral", "negative"]), score: z.number() }),
        entities: z.array(z.object({ type: z.string(), value: z.string(), start: z.int(), end: z.int() })),
      }),
    ),
  })
  .meta({ id: "AnalyzedTexts" });
export type AnalyzedTextsDto = z.infer<typeof analyzedTextsDto>;

export const explainTextInput = z.object({
  text: analyzedText.refine((text) => text.trim() !== "", "Send a text to explain."),
  method: z.enum(["lime", "shap"]),
});
export type ExplainTextInput = z.input<typeof explainTextInput>;

export const explainedTextDto = z
  .object({
    intent: guessDto,
    tokens: z.array(z.object({ token: z.string(), start: z.int(), end: z.int(), weight: z.number() })),
    stability: z.number().optional(),
  })
  .meta({ id: "ExplainedText" });
export type ExplainedTextDto = z.infer<typeof explainedTextDto>;
