import {
  type EncodedText,
  type IntentHead,
  type IntentHeadExample,
  requireEncodedText,
  writeLogProbabilities,
} from "./intent-head";
import type { SoftmaxCoefficients, SoftmaxProblem } from "./softmax-regression";

/**
 * A text for which the head should go on answering as the base model does: rehearsal against forgetting by
 * distillation (Li and Hoiem 2017). It needs no label: the base model's own probabilities are the target.
 */
export interface HeadAnchor extends EncodedText {
  /** Default 1. */
  weight?: number;
}

/** How strongly evidence must speak; the defaults in `train-intent-head.ts` were measured. */
export interface HeadPenalties {
  weightPenalty: number;
  biasPenalty: number;
  /** Logit of an own class without evidence, beside log-probabilities of at most 0. */
  ownClassPrior: number;
  /** An own class with less weight than this in all is scaled up to it, so that three examples are heard. */
  ownClassWeight: number;
}

/** Training sees (embedding − center) / scale, so that penalties mean the same for every encoder. */
export interface Standardization {
  center: Float64Array;
  scale: number;
}

/** Fewer anchors than this say too little about where embeddings lie. */
const ENOUGH_ANCHORS = 20;

/** Mean and root mean square distance from it over the anchors; the identity where there are too few. */
export function standardize(anchors: readonly HeadAnchor[], dimensions: number): Standardization {
  const center = new Float64Array(dimensions);
  if (anchors.length < ENOUGH_ANCHORS) return { center, scale: 1 };
  for (const { embedding } of anchors) {
    for (let d = 0; d < dimensions; d += 1) center[d]! += embedding[d]! / anchors.length;
  }
  let squares = 0;
  for (const { embedding } of anchors) {
    for (let d = 0; d < dimensions; d += 1) squares += (embedding[d]! - center[d]!) ** 2 / anchors.length;
  }
  return { center, scale: squares > 1e-12 ? Math.sqrt(squares) : 1 };
}

/** The rows of anchors, then examples, as a regression with the base model's log-probabilities as offsets. */
export function assembleProblem(
  classes: { base: readonly string[]; own: readonly string[] },
  examples: readonly IntentHeadExample[],
  anchors: readonly HeadAnchor[],
  { center, scale }: Standardization,
  penalties: HeadPenalties,
): SoftmaxProblem {
  const dimensions = center.length;
  const count = anchors.length + examples.length;
  const base = classes.base.length;
  const width = base + classes.own.length;
  const columns = new Map([...classes.base, ...classes.own].map((name, column) => [name, column]));
  const inputs = new Float64Array(count * dimensions);
  const offsets = new Float64Array(count * width);
  const targets = new Float64Array(count * width);
  const importance = new Float64Array(count);
  const factors = ownClassFactors(classes.own, examples, penalties.ownClassWeight);
  [...anchors, ...examples].forEach((text: HeadAnchor | IntentHeadExample, row) => {
    requireEncodedText(text, dimensions, base);
    for (let d = 0; d < dimensions; d += 1) {
      inputs[row * dimensions + d] = (text.embedding[d]! - center[d]!) / scale;
    }
    writeLogProbabilities(text.logits, offsets, row * width);
    importance[row] = text.weight ?? 1;
    if ("label" in text) {
      targets[row * width + columns.get(text.label)!] = 1;
      importance[row]! *= factors.get(text.label) ?? 1;
    } else {
      for (let k = 0; k < base; k += 1) targets[row * width + k] = Math.exp(offsets[row * width + k]!);
    }
  });
  const biasPrior = new Float64Array(width).fill(penalties.ownClassPrior, base);
  const { weightPenalty, biasPenalty } = penalties;
  return {
    ...{ count, dimensions, classes: width, inputs, offsets, targets, importance },
    ...{ weightPenalty, biasPenalty, biasPrior },
  };
}

/** Where the search begins: at the previous head for the classes that it knows, else at the prior. */
export function startingPoint(
  classes: readonly string[],
  biasPrior: Float64Array,
  { center, scale }: Standardization,
  previous: IntentHead | undefined,
): SoftmaxCoefficients {
  const dimensions = center.length;
  const weights = new Float64Array(classes.length * dimensions);
  const bias = Float64Array.from(biasPrior);
  const known = previous ? [...previous.baseClasses, ...previous.ownClasses] : [];
  classes.forEach((name, k) => {
    const from = known.indexOf(name);
    if (!previous || from < 0) return;
    bias[k] = previous.bias[from]!;
    for (let d = 0; d < dimensions; d += 1) {
      const weight = previous.weights[from * dimensions + d]!;
      weights[k * dimensions + d] = weight * scale;
      bias[k]! += weight * center[d]!;
    }
  });
  return { weights, bias };
}

/** Coefficients over the embeddings as they come. */
export function unstandardize(
  { weights, bias }: SoftmaxCoefficients,
  { center, scale }: Standardization,
): Pick<IntentHead, "weights" | "bias"> {
  const dimensions = center.length;
  const plain = {
    weights: Float32Array.from(weights, (weight) => weight / scale),
    bias: new Float32Array(bias.length),
  };
  for (let k = 0; k < bias.length; k += 1) {
    let shift = bias[k]!;
    for (let d = 0; d < dimensions; d += 1) shift -= (weights[k * dimensions + d]! * center[d]!) / scale;
    plain.bias[k] = shift;
  }
  return plain;
}

function ownClassFactors(
  own: readonly string[],
  examples: readonly IntentHeadExample[],
  enough: number,
): Map<string, number> {
  const totals = new Map(own.map((name) => [name, 0]));
  for (const { label, weight = 1 } of examples) {
    const total = totals.get(label);
    if (total !== undefined) totals.set(label, total + weight);
  }
  return new Map([...totals].map(([name, total]) => [name, total > 0 ? Math.max(1, enough / total) : 1]));
}
