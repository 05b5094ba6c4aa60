import { AppError } from "@/lib/core/errors";

/**
 * A merchant's layer over a frozen encoder and the base intent model: p(k) = softmax((o_k + w_k · e + b_k) / T) with the
 * embedding e, o_k the base model's log-probability for its own classes and 0 for the merchant's. All weights zero
 * and T = 1 is the base model itself.
 */
export interface IntentHead {
  /** Classes of the base model, in the order of its logits. */
  baseClasses: readonly string[];
  /** The merchant's own classes, sorted; their rows follow the base classes'. */
  ownClasses: readonly string[];
  /** Length of an embedding. */
  dimensions: number;
  /** (base + own classes) × dimensions, row-major. */
  weights: Float32Array;
  /** One for each class. */
  bias: Float32Array;
  /** Divides the logits; 1 leaves the confidences as they are. */
  temperature: number;
}

/** What the encoder and the base model say of one text. */
export interface EncodedText {
  /** Unit length, as many numbers as the head has dimensions. */
  embedding: Float32Array;
  /** One for each base class; their softmax is the base model's (calibrated) answer. */
  logits: Float32Array;
}

/** A text of the merchant's with the intent that it should have had. */
export interface IntentHeadExample extends EncodedText {
  /** A base class or any other name: the merchant's own class. */
  label: string;
  /** Default 1; how many ordinary examples this one counts for. */
  weight?: number;
}

/** The head that has learnt nothing: it answers exactly as the base model. */
export function baseIntentHead(baseClasses: readonly string[], dimensions: number): IntentHead {
  return {
    baseClasses: [...baseClasses],
    ownClasses: [],
    dimensions,
    weights: new Float32Array(baseClasses.length * dimensions),
    bias: new Float32Array(baseClasses.length),
    temperature: 1,
  };
}

/** All classes of a head, in the order of its probabilities. */
export function headClasses(head: Pick<IntentHead, "baseClasses" | "ownClasses">): string[] {
  return [...head.baseClasses, ...head.ownClasses];
}

/** Writes the log-softmax of `logits` to `out[start …]`. */
export function writeLogProbabilities(logits: Float32Array, out: Float64Array, start: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) highest = Math.max(highest, logit);
  let total = 0;
  for (const logit of logits) total += Math.exp(logit - highest);
  const shift = highest + Math.log(total);
  for (let k = 0; k < logits.length; k += 1) out[start + k] = logits[k]! - shift;
}

/** @throws AppError `invalid_input` for wrong lengths or numbers that are not finite. */
export function requireEncodedText(text: EncodedText, dimensions: number, baseClasses: number): void {
  if (text.embedding.length !== dimensions || text.logits.length !== baseClasses) {
    throw new AppError(
      "invalid_input",
      `The text has ${text.embedding.length} embedding values and ${text.logits.length} logits, where the head ` +
        `takes ${dimensions} and ${baseClasses}. Encode it again with the model that the head belongs to.`,
    );
  }
  if (!text.embedding.every(Number.isFinite) || !text.logits.every(Number.isFinite)) {
    throw new AppError(
      "invalid_input",
      "The text's embedding or logits hold a number that is not finite. Encode the text again.",
    );
  }
}
