import { type EncodedText, type IntentHead, requireEncodedText, writeLogProbabilities } from "./intent-head";
import { softmax } from "./text-model";

/**
 * Probabilities of one text over all classes of the head, in the order of `headClasses`; they sum to one.
 * @throws AppError `invalid_input` when the text was encoded for another model.
 */
export function applyIntentHead(head: IntentHead, text: EncodedText): Float64Array {
  return softmax(headLogits(head, text), head.temperature);
}

/** The same before temperature and softmax. */
export function headLogits(head: IntentHead, text: EncodedText): Float64Array {
  const { dimensions, weights, bias } = head;
  requireEncodedText(text, dimensions, head.baseClasses.length);
  const logits = new Float64Array(bias.length);
  writeLogProbabilities(text.logits, logits, 0);
  for (let k = 0; k < logits.length; k += 1) {
    const start = k * dimensions;
    let sum = bias[k]!;
    for (let d = 0; d < dimensions; d += 1) sum += weights[start + d]! * text.embedding[d]!;
    logits[k]! += sum;
  }
  return logits;
}
