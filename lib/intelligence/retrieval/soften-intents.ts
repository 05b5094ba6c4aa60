import { softmax } from "../text/text-model";

/** A sure reading says little of what else a text is near to; at twice the temperature it says more. */
const TEMPERATURE = 2;

/**
 * What a text asks for as a vector to compare by: square roots of the intents' probabilities, so that the dot product
 * of two is their Bhattacharyya coefficient (1 where they ask for the same, 0 where for nothing in common).
 */
export function softenIntents(logits: ArrayLike<number>): Float32Array {
  return Float32Array.from(softmax(logits, TEMPERATURE), Math.sqrt);
}
