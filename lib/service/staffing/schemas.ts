import { z } from "zod";

export const LEVEL_CHANNELS = ["any", "web", "api"] as const;
export const TIME_COUNTS = ["business", "calendar"] as const;
export const ASSIGNMENT_MODES = ["off", "round_robin", "least_load"] as const;
export const CUSTOMER_LANGUAGES = ["zh", "en", "es"] as const;

const MAX_TARGET_MINUTES = 30 * 24 * 60;
export const MAX_OPEN_LIMIT = 200;
export const DEFAULT_MAX_OPEN = 10;

const target = z
  .int("Write whole minutes.")
  .min(1, "Write at least one minute, or leave it empty for no target.")
  .max(MAX_TARGET_MINUTES, "Write at most 43,200 minutes (30 days).")
  .nullable();

export const serviceLevelDto = z
  .object({
    /** `any` is for every channel that has no level of its own. */
    channel: z.enum(LEVEL_CHANNELS),
    /** From coming to people until their first answer; null is no target. */
    firstResponseMinutes: target,
    /** From a later message of the customer until the next answer. */
    nextResponseMinutes: target,
    /** Until it is resolved, without the time in which the customer was waited for. */
    resolutionMinutes: target,
    counts: z.enum(TIME_COUNTS),
  })
  .meta({ id: "ServiceLevel" });
export type ServiceLevelDto = z.infer<typeof serviceLevelDto>;

export const setServiceLevelsInput = z.object({
  levels: z
    .array(serviceLevelDto)
    .max(LEVEL_CHANNELS.length)
    .refine(
      (levels) => new Set(levels.map(({ channel }) => channel)).size === levels.length,
      "Give each channel one level.",
    ),
});
export type SetServiceLevelsInput = z.input<typeof setServiceLevelsInput>;
export const serviceLevelsDto = z.object({ levels: z.array(serviceLevelDto) });
export type ServiceLevelsDto = z.infer<typeof serviceLevelsDto>;

export const setAssignmentInput = z.object({
  mode: z.enum(ASSIGNMENT_MODES),
  /** Only to members who speak the conversation's language. */
  matchesLanguage: z.boolean(),
  /** Business minutes without an answer after which somebody else gets it; null is never. */
  reassignAfterMinutes: target,
});
export type SetAssignmentInput = z.input<typeof setAssignmentInput>;

export const capacityDto = z
  .object({
    userId: z.uuid(),
    name: z.string(),
    isAvailable: z.boolean(),
    /** Of customers; empty: all. */
    languages: z.array(z.enum(CUSTOMER_LANGUAGES)),
    maxOpen: z.int(),
    /** Conversations that are open with them now. */
    open: z.int(),
  })
  .meta({ id: "MemberCapacity" });
export type CapacityDto = z.infer<typeof capacityDto>;

export const assignmentDto = setAssignmentInput
  .extend({ members: z.array(capacityDto) })
  .meta({ id: "Assignment" });
export type AssignmentDto = z.infer<typeof assignmentDto>;

export const memberIdParams = z.object({ id: z.uuid() });

export const setCapacityInput = z.object({
  userId: z.uuid(),
  languages: z
    .array(z.enum(CUSTOMER_LANGUAGES))
    .max(CUSTOMER_LANGUAGES.length)
    .transform((languages) => [...new Set(languages)]),
  maxOpen: z
    .int("Write a whole number.")
    .min(1, "Write at least 1; somebody who should get none is away.")
    .max(MAX_OPEN_LIMIT, `Write at most ${MAX_OPEN_LIMIT}.`),
});
export type SetCapacityInput = z.input<typeof setCapacityInput>;

export const setAvailabilityInput = z.object({ userId: z.uuid(), isAvailable: z.boolean() });
export type SetAvailabilityInput = z.input<typeof setAvailabilityInput>;
