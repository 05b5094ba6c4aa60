/** The line of the logistic curve; see `confidenceOf`. */
const INTERCEPT = -3.8;
const SLOPE = 0.274;

/** Below this confidence a search says that it is not sure. */
export const LEAST_CONFIDENCE = 0.5;

/**
 * Probability, 0–1, that the hit with this score answers the question: a logistic curve over the score (Platt 1999),
 * fitted on the questions of bench/conversations, those included that no article answers.
 */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-(INTERCEPT + SLOPE * score)));
}
