import "server-only";

import { readFile } from "node:fs/promises";
import path from "node:path";
import { cache } from "react";
import { z } from "zod";

const language = z.enum(["zh", "en", "es"]);
const languageScores = z.object({
  lines: z.int(),
  accuracy: z.number(),
  macroF1: z.number(),
  calibrationError: z.number(),
  outOfScopeRecall: z.number().nullish(),
  inScopeRefused: z.number().nullish(),
});

const evaluationSchema = z.object({
  version: z.string(),
  /** Which lines, in a few words. */
  set: z.string(),
  lines: z.int(),
  languages: z.partialRecord(language, languageScores),
  confusion: z.array(z.object({ lang: language, label: z.string(), guess: z.string(), count: z.int() })),
  calibration: z.array(
    z.object({ lang: language, confidence: z.number(), accuracy: z.number(), count: z.int() }),
  ),
});

/** How the shipped model fared on lines that it had never seen. */
export type Evaluation = z.infer<typeof evaluationSchema>;

const FILE = path.join("public", "models", "zhanggui-text", "metrics.json");

/** The evaluation that lies beside the model; null where there is none, or one that this page cannot read. */
export const readEvaluation = cache(async (): Promise<Evaluation | null> => {
  try {
    const text = await readFile(path.join(process.cwd(), FILE), "utf8");
    return evaluationSchema.parse(JSON.parse(text));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") console.warn(`${FILE} cannot be read.`, error);
    return null;
  }
});
