import { addTransposedProduct, multiplyByTranspose } from "./dense-products";
import { type LbfgsResult, minimizeLbfgs } from "./minimize-lbfgs";

/**
 * Multinomial logistic regression with offsets: p(k | x) ∝ exp(offset_k + w_k · x + b_k). The loss is the weighted
 * cross-entropy to `targets` plus weightPenalty / 2 · ‖W‖² plus biasPenalty / 2 · ‖b − biasPrior‖².
 */
export interface SoftmaxProblem {
  count: number;
  dimensions: number;
  classes: number;
  /** count × dimensions, row-major. */
  inputs: Float64Array;
  /** count × classes. */
  offsets: Float64Array;
  /** count × classes; each row sums to one. */
  targets: Float64Array;
  /** One for each row, not negative. */
  importance: Float64Array;
  weightPenalty: number;
  biasPenalty: number;
  /** One for each class. */
  biasPrior: Float64Array;
}

/** classes × dimensions, row-major, and one bias for each class. */
export interface SoftmaxCoefficients {
  weights: Float64Array;
  bias: Float64Array;
}

/** Minimises the loss of `problem` from `start`; strictly convex with positive penalties, so the start only saves time. */
export function fitSoftmaxRegression(
  problem: SoftmaxProblem,
  start: SoftmaxCoefficients,
  options: { maxIterations: number; tolerance: number },
): SoftmaxCoefficients & Omit<LbfgsResult, "point"> {
  const split = problem.classes * problem.dimensions;
  const packed = new Float64Array(split + problem.classes);
  packed.set(start.weights);
  packed.set(start.bias, split);
  const scratch = new Float64Array(problem.count * problem.classes);
  const { point, ...rest } = minimizeLbfgs(
    (at, gradient) => lossAndGradient(problem, at, gradient, scratch),
    packed,
    options,
  );
  return { weights: point.slice(0, split), bias: point.slice(split), ...rest };
}

function lossAndGradient(
  problem: SoftmaxProblem,
  point: Float64Array,
  gradient: Float64Array,
  scratch: Float64Array,
): number {
  const { count, classes, dimensions, inputs } = problem;
  const split = classes * dimensions;
  multiplyByTranspose(inputs, point, scratch, count, dimensions, classes);
  const bias = point.subarray(split);
  const biasGradient = gradient.subarray(split);
  gradient.fill(0);
  let loss = errorsInPlace(problem, bias, scratch, biasGradient);
  addTransposedProduct(scratch, inputs, gradient, count, dimensions, classes);
  for (let i = 0; i < split; i += 1) {
    loss += 0.5 * problem.weightPenalty * point[i]! ** 2;
    gradient[i]! += problem.weightPenalty * point[i]!;
  }
  for (let k = 0; k < classes; k += 1) {
    const away = bias[k]! - problem.biasPrior[k]!;
    loss += 0.5 * problem.biasPenalty * away * away;
    biasGradient[k]! += problem.biasPenalty * away;
  }
  return loss;
}

/** Turns logits without offset and bias into importance × (probability − target); returns the cross-entropy. */
function errorsInPlace(
  { count, classes, offsets, targets, importance }: SoftmaxProblem,
  bias: Float64Array,
  logits: Float64Array,
  biasGradient: Float64Array,
): number {
  let loss = 0;
  for (let row = 0; row < count; row += 1) {
    const start = row * classes;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k += 1) {
      const logit = logits[start + k]! + offsets[start + k]! + bias[k]!;
      logits[start + k] = logit;
      if (logit > highest) highest = logit;
    }
    let total = 0;
    let expected = 0;
    for (let k = 0; k < classes; k += 1) {
      const shifted = logits[start + k]! - highest;
      const target = targets[start + k]!;
      if (target > 0) expected += target * shifted;
      logits[start + k] = Math.exp(shifted);
      total += logits[start + k]!;
    }
    const weight = importance[row]!;
    loss += weight * (Math.log(total) - expected);
    for (let k = 0; k < classes; k += 1) {
      const error = weight * (logits[start + k]! / total - targets[start + k]!);
      logits[start + k] = error;
      biasGradient[k]! += error;
    }
  }
  return loss;
}
