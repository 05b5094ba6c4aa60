import { z } from "zod";

/** What a language model may be asked to do for a shop. */
export const MODEL_TASKS = ["phrase", "summarise", "translate"] as const;
export type ModelTask = (typeof MODEL_TASKS)[number];

/** Why no answer came, for programs; people get the sentence beside it. */
export const MODEL_FAILURES = [
  "not_configured",
  "not_allowed",
  "budget_spent",
  "circuit_open",
  "busy",
  "timeout",
  "no_connection",
  "key_refused",
  "not_found",
  "rate_limited",
  "endpoint_failed",
  "bad_answer",
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

const tasks = z.object({ phrase: z.boolean(), summarise: z.boolean(), translate: z.boolean() });

export const setLanguageModelInput = z
  .object({
    baseUrl: z
      .url({
        protocol: /^https?$/,
        message: "Enter the address of the endpoint, such as https://api.example.com/v1.",
      })
      .max(500)
      .refine((value) => !/[?#]/.test(value), {
        message: "Leave out what comes after a question mark: a path such as /chat/completions is added.",
      })
      .refine((value) => !URL.canParse(value) || (!new URL(value).username && !new URL(value).password), {
        message: "Leave name and password out of the address; the key has a field of its own.",
      })
      .transform((value) => value.replace(/\/+$/, "").replace(/\/chat\/completions$/, "")),
    model: z.string().trim().min(1).max(200),
    /** Left out or empty: the stored key stays. `null`: there is none any more. */
    apiKey: z.string().trim().max(500).nullable().optional(),
    tasks: tasks.default({ phrase: false, summarise: false, translate: false }),
    dailyTokens: z.int().min(1_000).max(1_000_000_000).default(200_000),
  })
  .strict();
export type SetLanguageModelInput = z.input<typeof setLanguageModelInput>;

const usageDay = z.object({
  day: z.string(),
  calls: z.int(),
  failures: z.int(),
  refused: z.int(),
  tokens: z.int(),
});

export const languageModelDto = z
  .object({
    isConfigured: z.boolean(),
    baseUrl: z.string().nullable(),
    model: z.string().nullable(),
    /** Whether a key is stored; the key itself is never given out. */
    hasKey: z.boolean(),
    tasks,
    dailyTokens: z.int(),
    tokensToday: z.int(),
    /** While this lies ahead the endpoint is left alone. */
    pausedUntil: z.string().nullable(),
    lastAnswerAt: z.string().nullable(),
    recentErrors: z.array(
      z.object({ at: z.string(), task: z.string(), code: z.string(), reason: z.string() }),
    ),
    /** The last thirty days in UTC, the oldest first. */
    usage: z.array(usageDay),
    updatedAt: z.string().nullable(),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: "LanguageModel" });
export type LanguageModelDto = z.output<typeof languageModelDto>;

export const modelTestDto = z
  .object({
    isWorking: z.boolean(),
    latencyMs: z.int(),
    code: z.enum(MODEL_FAILURES).nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "LanguageModelTest" });
export type ModelTestDto = z.output<typeof modelTestDto>;
