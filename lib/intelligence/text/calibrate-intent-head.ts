import type { IntentHeadExample } from "./intent-head";
import { fitSoftmaxRegression, type SoftmaxCoefficients, type SoftmaxProblem } from "./softmax-regression";
import { softmax } from "./text-model";

/** Logits of a text before the temperature, and the probabilities that they should have given. */
export interface CalibrationAnswer {
  logits: Float64Array;
  target: Float64Array;
  weight: number;
}

const FOLDS = 3;
/** A single number needs no more answers than this: later folds are spared. */
const ENOUGH_ANSWERS = 200;
/** Answers for a temperature need less precision than the head itself. */
const TOLERANCE = 1e-2;
/** Standard deviation of the temperature's logarithm beforehand: a few answers do not move it far. */
const LOG_TEMPERATURE_SPREAD = 0.25;

/**
 * Trains without one fold at a time and answers that fold's examples. The anchors' answers are among them, so that
 * corrections, which are the base model's mistakes, do not speak for all messages. Examples whose class has no
 * other example are passed over. `whole` holds all rows, anchors first; `solution` is the last fold's, a start for the whole.
 */
export function collectLeftOut(
  classes: { base: readonly string[]; own: readonly string[] },
  examples: readonly IntentHeadExample[],
  whole: SoftmaxProblem,
  assemble: (kept: readonly IntentHeadExample[]) => SoftmaxProblem,
  options: { maxIterations: number },
): { answers: CalibrationAnswer[]; solution: SoftmaxCoefficients | undefined } {
  const folds = assignFolds(examples);
  const anchorCount = whole.count - examples.length;
  const answers: CalibrationAnswer[] = [];
  let solution: SoftmaxCoefficients | undefined;
  for (let fold = 0; fold < FOLDS && answers.length < ENOUGH_ANSWERS; fold += 1) {
    const kept = examples.filter((_, i) => folds[i] !== fold);
    if (kept.length === 0 || kept.length === examples.length) continue;
    const problem = assemble(kept);
    const start = {
      weights: new Float64Array(problem.classes * problem.dimensions),
      bias: problem.biasPrior,
    };
    solution = fitSoftmaxRegression(problem, start, { ...options, tolerance: TOLERANCE });
    const learnt = new Set([...classes.base, ...kept.map(({ label }) => label)]);
    for (let i = 0; i < examples.length; i += 1) {
      const { label, weight = 1 } = examples[i]!;
      if (folds[i] === fold && learnt.has(label)) {
        answers.push(answerOf(whole, anchorCount + i, solution, weight));
      }
    }
  }
  if (!solution || answers.length === 0) return { answers: [], solution };
  for (let row = 0; row < anchorCount; row += 1) {
    answers.push(answerOf(whole, row, solution, whole.importance[row]!));
  }
  return { answers, solution };
}

/** Temperature in [0.25, 4] with the least cross-entropy (Guo et al. 2017) under a prior at 1, by golden section. */
export function fitHeadTemperature(answers: readonly CalibrationAnswer[]): number {
  if (answers.length === 0) return 1;
  const loss = (logTemperature: number) => {
    let total = (logTemperature / LOG_TEMPERATURE_SPREAD) ** 2 / 2;
    for (const { logits, target, weight } of answers) {
      const probabilities = softmax(logits, Math.exp(logTemperature));
      for (let k = 0; k < target.length; k += 1) {
        if (target[k]! > 0) total -= weight * target[k]! * Math.log(Math.max(1e-12, probabilities[k]!));
      }
    }
    return total;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = -Math.log(4);
  let high = Math.log(4);
  for (let step = 0; step < 20; step += 1) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** Deals each class's examples round the folds in the order of a hash, equal embeddings to the same fold. */
function assignFolds(examples: readonly IntentHeadExample[]): number[] {
  const keys = examples.map(({ embedding }) => hashNumbers(embedding));
  const order = examples.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
  const folds = new Array<number>(examples.length).fill(0);
  const foldOfKey = new Map<number, number>();
  const dealt = new Map<string, number>();
  for (const i of order) {
    const { label } = examples[i]!;
    const next = dealt.get(label) ?? keys[i]! % FOLDS;
    const fold = foldOfKey.get(keys[i]!) ?? next;
    if (!foldOfKey.has(keys[i]!)) dealt.set(label, (next + 1) % FOLDS);
    foldOfKey.set(keys[i]!, fold);
    folds[i] = fold;
  }
  return folds;
}

function answerOf(
  { classes, dimensions, inputs, offsets, targets }: SoftmaxProblem,
  row: number,
  { weights, bias }: SoftmaxCoefficients,
  weight: number,
): CalibrationAnswer {
  const logits = new Float64Array(classes);
  for (let k = 0; k < classes; k += 1) {
    let sum = offsets[row * classes + k]! + bias[k]!;
    for (let d = 0; d < dimensions; d += 1)
      sum += weights[k * dimensions + d]! * inputs[row * dimensions + d]!;
    logits[k] = sum;
  }
  return { logits, target: targets.slice(row * classes, (row + 1) * classes), weight };
}

/** FNV-1a over the bits of the numbers. */
function hashNumbers(values: Float32Array): number {
  const bits = new Uint32Array(Float32Array.from(values).buffer);
  let hash = 0x811c9dc5;
  for (const word of bits) hash = Math.imul(hash ^ word, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
