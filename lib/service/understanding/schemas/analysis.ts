import { z } from "zod";
import { ENTITY_TYPES } from "@/lib/intelligence/text";
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

const entityDto = z.object({
  type: z.enum(ENTITY_TYPES),
  /** In its normal form: "HP-20431", "12.50 EUR", "2024-11-05", "EU 38", "165 cm"; a product's id, or its name as written. */
  value: z.string(),
  /** UTF-16 units of the text, `end` excluded. */
  start: z.int(),
  end: z.int(),
  /** What of the body a measurement is of, where the text says so. */
  measure: z.enum(["height", "weight", "chest", "waist", "hips", "foot"]).optional(),
  /** What a product can be, the nearest name first; several where the text leaves it open. */
  products: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});

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
        entities: z.array(entityDto),
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
