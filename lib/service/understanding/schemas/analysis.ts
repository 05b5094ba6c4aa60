import { z } from "zod";
import { languageSchema, share } from "./shared";

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
