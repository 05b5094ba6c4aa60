import type { LinearModel } from "./linear-classifier";
import { softmax, vectorize } from "./linear-classifier";
import { extractFeatures } from "./text-features";

/** One labelled text; `weight` (default 1) scales its part of the loss. */
export interface LabelledText {
  text: string;
  label: string;
  weight?: number;
}

/** How to train: all have defaults; rates and penalties are per example. */
export interface TrainOptions {
  bucketBits?: number;
  epochs?: number;
  learningRate?: number;
  /** L2 penalty applied to a row whenever an example touches it. */
  l2?: number;
  /** Share of probability spread over all classes (Szegedy et al. 2016). */
  labelSmoothing?: number;
  /** Keep at most this many rows: those in most examples, ties by bucket. */
  maxRows?: number;
  seed?: number;
}

const DEFAULTS = {
  bucketBits: 17,
  epochs: 20,
  learningRate: 0.3,
  l2: 2e-5,
  labelSmoothing: 0.05,
  maxRows: 100_000,
  seed: 20431,
} satisfies Required<TrainOptions>;

/**
 * Fits multinomial logistic regression by stochastic gradient descent with AdaGrad step sizes
 * (Duchi, Hazan and Singer 2011) and quantises it to eight bits with one scale per class.
 * Deterministic for the same examples, order and options. Classes are the sorted distinct labels.
 *
 * @throws RangeError with fewer than two distinct labels.
 */
export function trainLinearClassifier(
  examples: readonly LabelledText[],
  options: TrainOptions = {},
): LinearModel {
  const settings = { ...DEFAULTS, ...options };
  const classes = [...new Set(examples.map((example) => example.label))].sort();
  if (classes.length < 2) throw new RangeError("Training needs examples of at least two labels.");
  const vocabulary = buildVocabulary(examples, settings);
  const vectors = examples.map((example) => vectorize(vocabulary, example.text));
  const labels = examples.map((example) => classes.indexOf(example.label));
  const dense = descend(vectors, labels, examples, classes.length, vocabulary.buckets.length, settings);
  return { classes, ...vocabulary, ...quantize(dense.weights, classes.length), bias: dense.bias };
}

function buildVocabulary(
  examples: readonly LabelledText[],
  settings: Required<TrainOptions>,
): Pick<LinearModel, "bucketBits" | "buckets" | "idf" | "unseenIdf"> {
  const frequency = new Map<number, number>();
  for (const example of examples) {
    for (const bucket of extractFeatures(example.text, settings.bucketBits).keys()) {
      frequency.set(bucket, (frequency.get(bucket) ?? 0) + 1);
    }
  }
  const kept = [...frequency]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, settings.maxRows)
    .sort((a, b) => a[0] - b[0]);
  const idfOf = (documents: number) => 1 + Math.log((1 + examples.length) / (1 + documents));
  return {
    bucketBits: settings.bucketBits,
    buckets: Uint32Array.from(kept, ([bucket]) => bucket),
    idf: Float32Array.from(kept, ([, documents]) => idfOf(documents)),
    unseenIdf: idfOf(0),
  };
}

function descend(
  vectors: readonly { rows: Int32Array; values: Float32Array }[],
  labels: readonly number[],
  examples: readonly LabelledText[],
  width: number,
  rowCount: number,
  settings: Required<TrainOptions>,
): { weights: Float32Array; bias: Float32Array } {
  const weights = new Float32Array(rowCount * width);
  const squares = new Float32Array(rowCount * width);
  const bias = new Float32Array(width);
  const biasSquares = new Float32Array(width);
  const order = Int32Array.from(vectors, (_, index) => index);
  const random = mulberry32(settings.seed);
  const smooth = settings.labelSmoothing / width;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = settings.learningRate / (1 + (3 * epoch) / settings.epochs);
    for (const index of order) {
      const { rows, values } = vectors[index]!;
      const logits = Float64Array.from(bias);
      for (let i = 0; i < rows.length; i += 1) {
        const start = rows[i]! * width;
        const value = values[i]!;
        for (let k = 0; k < width; k += 1) logits[k]! += value * weights[start + k]!;
      }
      const errors = softmax(logits);
      for (let k = 0; k < width; k += 1) errors[k]! -= smooth;
      errors[labels[index]!]! -= 1 - settings.labelSmoothing;
      const importance = examples[index]!.weight ?? 1;
      for (let k = 0; k < width; k += 1) {
        errors[k]! *= importance;
        biasSquares[k]! += errors[k]! ** 2;
        bias[k]! -= (0.1 * rate * errors[k]!) / Math.sqrt(1 + biasSquares[k]!);
      }
      for (let i = 0; i < rows.length; i += 1) {
        const start = rows[i]! * width;
        const value = values[i]!;
        for (let k = 0; k < width; k += 1) {
          const at = start + k;
          const gradient = errors[k]! * value + settings.l2 * weights[at]!;
          squares[at]! += gradient * gradient;
          weights[at]! -= (rate * gradient) / Math.sqrt(1e-4 + squares[at]!);
        }
      }
    }
  }
  return { weights, bias };
}

function quantize(weights: Float32Array, width: number): Pick<LinearModel, "weights" | "scale"> {
  const scale = new Float32Array(width);
  for (let i = 0; i < weights.length; i += 1) {
    const k = i % width;
    scale[k] = Math.max(scale[k]!, Math.abs(weights[i]!));
  }
  for (let k = 0; k < width; k += 1) scale[k] = scale[k]! > 0 ? scale[k]! / 127 : 1;
  return { weights: Int8Array.from(weights, (weight, i) => Math.round(weight / scale[i % width]!)), scale };
}

/**
 * Temperature in [0.05, 20] that minimises the negative log-likelihood of held-out logits
 * (temperature scaling, Guo et al. 2017), by golden-section search on its logarithm. 1 without examples.
 */
export function fitTemperature(held: readonly { logits: ArrayLike<number>; label: number }[]): number {
  if (held.length === 0) return 1;
  const loss = (logTemperature: number) => {
    let total = 0;
    for (const { logits, label } of held) {
      total -= Math.log(Math.max(1e-12, softmax(logits, Math.exp(logTemperature))[label] ?? 0));
    }
    return total;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.05);
  let high = Math.log(20);
  for (let step = 0; step < 40; step += 1) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** Small seeded generator of numbers in [0, 1) (mulberry32), so that training repeats exactly. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
