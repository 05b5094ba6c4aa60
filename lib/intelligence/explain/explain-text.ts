import { AppError } from "@/lib/core/errors";
import { explainLime } from "./explain-lime";
import { explainShap } from "./explain-shap";
import { createRemovalGame, type Predict } from "./removal-game";
import { segmentWords, type TextUnit } from "./segment-words";
import { stabilityOf } from "./stability";

/** How the weights come about: both say how much a word speaks for the explained class. */
export type ExplainMethod = "lime" | "shap";

/** What is to be explained. */
export interface ExplainTextInput {
  /** As the classifier sees it, so cut to what it reads. */
  text: string;
  method: ExplainMethod;
  predict: Predict;
  /** Default 1; the same seed gives the same explanation. */
  seed?: number;
  /** Texts of each run, by default ten for each word, at least 100 and at most 300. */
  samples?: number;
}

/** A text's words with their part in the decision. */
export interface TextExplanation {
  /** In the order of the text; weights are differences of probability. */
  tokens: (TextUnit & { weight: number })[];
  /** Agreement of repeated runs, 0–1; see `stabilityOf`. */
  stability: number;
  /** SHAP: probability of the empty text. LIME: what the linear model gives without any word. */
  baseValue: number;
  /** Probability of the text itself. */
  prediction: number;
  /** Different texts that the classifier was asked for. */
  evaluations: number;
}

const RUNS = 3;
const MAX_LENGTH = 10_000;
const METHODS = { lime: explainLime, shap: explainShap };

/**
 * Explains a decision about a text by the weights of its words (at most 40 units, see `segmentWords`). Sampled
 * methods run three times with other seeds: the weights are the runs' means, `stability` their agreement. At most
 * some 900 texts are asked for, or 1,024 where Shapley values are exact.
 *
 * @throws AppError `invalid_input` for more than 10,000 characters or no samples, `internal` for a classifier that
 * does not answer every text with a finite number.
 */
export async function explainText(input: ExplainTextInput): Promise<TextExplanation> {
  const { text, method, predict, seed = 1 } = input;
  requireExplainable(input);
  const units = segmentWords(text);
  const { play, evaluations } = createRemovalGame(text, units, predict);
  const [prediction] = await play([new Uint8Array(units.length).fill(1)]);
  if (units.length === 0)
    return { tokens: [], stability: 1, baseValue: prediction!, prediction: prediction!, evaluations: 1 };
  const samples = input.samples ?? Math.min(300, Math.max(100, 10 * units.length));
  const runs = [await METHODS[method](play, units.length, { samples, seed })];
  while (!runs[0]!.exhaustive && runs.length < RUNS) {
    // Far apart, so that the seeds of neighbouring texts do not meet.
    runs.push(await METHODS[method](play, units.length, { samples, seed: seed + runs.length * 0x9e3779b }));
  }
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / runs.length;
  return {
    tokens: units.map((unit, i) => ({ ...unit, weight: meanOf(runs.map(({ weights }) => weights[i]!)) })),
    stability: stabilityOf(runs.map(({ weights }) => weights)),
    baseValue: meanOf(runs.map(({ baseValue }) => baseValue)),
    prediction: prediction!,
    evaluations: evaluations(),
  };
}

function requireExplainable({ text, samples = 1 }: ExplainTextInput): void {
  if (text.length > MAX_LENGTH) {
    throw new AppError(
      "invalid_input",
      `The text has ${text.length} characters, more than ${MAX_LENGTH}. Explain the part that matters.`,
    );
  }
  if (!Number.isInteger(samples) || samples < 1 || samples > 10_000) {
    throw new AppError("invalid_input", "The number of samples must be a whole number from 1 to 10,000.");
  }
}
