/** Languages that the desk speaks; everything else is "other". */
export const TEXT_LANGUAGES = ["zh", "en", "es", "other"] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** What the encoder gives for one text, in one forward pass. */
export interface TextOutput {
  /** One logit an intent, in the order of the card's `intents`. */
  intentLogits: Float32Array;
  /** Logits of negative, neutral and positive. */
  sentimentLogits: Float32Array;
  /** 512 values, of unit length. */
  embedding: Float32Array;
}

/** Runs texts through the encoder; answers in their order. */
export type TextRunner = (texts: readonly string[]) => Promise<TextOutput[]>;

/** What goes with a model file: its name, its labels and how its logits become probabilities. */
export interface TextModelCard {
  id: string;
  version: string;
  intents: readonly string[];
  /** Intent logits are divided by the temperature of the text's language before softmax (Guo et al. 2017). */
  temperatures: Readonly<Record<TextLanguage, number>>;
  sentimentTemperature: number;
  /** Below this confidence the intent is a guess, and the desk must not act on it alone. */
  lowConfidence: number;
}

/** An intent with its calibrated probability. */
export interface IntentGuess {
  id: string;
  /** 0–1. */
  confidence: number;
}

export const SENTIMENTS = ["negative", "neutral", "positive"] as const;
export type SentimentLabel = (typeof SENTIMENTS)[number];

export interface Sentiment {
  label: SentimentLabel;
  /** Probability of positive less probability of negative, -1–1. */
  score: number;
}

export const OUT_OF_SCOPE = "out_of_scope";
const ALTERNATIVES = 4;

/** Probabilities from logits at a temperature; the sum is 1. */
export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  const odds = new Float64Array(logits.length);
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i += 1) highest = Math.max(highest, logits[i]!);
  let sum = 0;
  for (let i = 0; i < logits.length; i += 1) {
    odds[i] = Math.exp((logits[i]! - highest) / temperature);
    sum += odds[i]!;
  }
  for (let i = 0; i < odds.length; i += 1) odds[i]! /= sum;
  return odds;
}

/** The best guess and at most four alternatives, most probable first, of calibrated probabilities. */
export function rankIntents(
  intents: readonly string[],
  probabilities: ArrayLike<number>,
): IntentGuess & { alternatives: IntentGuess[] } {
  const ranked = intents
    .map((id, i): IntentGuess => ({ id, confidence: probabilities[i]! }))
    .sort((a, b) => b.confidence - a.confidence);
  const [best = { id: OUT_OF_SCOPE, confidence: 0 }, ...others] = ranked;
  return { ...best, alternatives: others.slice(0, ALTERNATIVES) };
}

/** Label and score of sentiment logits. */
export function readSentiment(card: TextModelCard, logits: ArrayLike<number>): Sentiment {
  const [negative = 0, neutral = 0, positive = 0] = softmax(logits, card.sentimentTemperature);
  const label =
    neutral > negative && neutral > positive ? "neutral" : positive >= negative ? "positive" : "negative";
  return { label, score: positive - negative };
}

/** Whether a text has anything to understand: letters, digits, or a question or exclamation mark. */
export function hasContent(text: string): boolean {
  return /[\p{L}\p{N}?!？！]/u.test(text);
}
