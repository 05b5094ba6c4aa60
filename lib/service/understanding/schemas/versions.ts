import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { languageSchema, share } from "./shared";

/** So many new corrections and examples start a training by themselves. */
export const AUTOMATIC_TRAINING_AT = 20;
/** Stands for the shipped model where a version is named. */
export const SHIPPED = "shipped";

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
    /** The held-out texts of each language; empty for versions kept before these scores were. */
    languages: z.array(
      z.object({ language: languageSchema, texts: z.int(), before: scoresDto, after: scoresDto }),
    ),
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
    /** Messages that wait for review, counted up to 1,000; whether there are more. */
    waiting: z.object({ count: z.int(), isMore: z.boolean() }),
    automaticAt: z.int(),
    run: trainingRunDto.nullable(),
  })
  .meta({ id: "UnderstandingStatus" });
export type UnderstandingStatusDto = z.infer<typeof understandingStatusDto>;
