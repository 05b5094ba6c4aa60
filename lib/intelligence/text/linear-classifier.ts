import { extractFeatures } from "./text-features";

/** Multinomial logistic regression over hashed text features, weights in eight bits. */
export interface LinearModel {
  /** Class ids; index = column of `weights`. */
  classes: readonly string[];
  /** Feature buckets as a power of two. */
  bucketBits: number;
  /** Bucket of each kept row, ascending. */
  buckets: Uint32Array;
  /** Inverse document frequency of each row. */
  idf: Float32Array;
  /** Stands for the idf of buckets never seen: they only lengthen the vector, so odd words lower confidence. */
  unseenIdf: number;
  /** rows × classes, row-major, multiplied by `scale[class]`. */
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
}

/** Row of a bucket in `model`, or -1. Binary search over the ascending `buckets`. */
export function findRow(model: Pick<LinearModel, "buckets">, bucket: number): number {
  let low = 0;
  let high = model.buckets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = model.buckets[middle]!;
    if (found === bucket) return middle;
    if (found < bucket) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Rows and L2-normalised tf-idf values of a text; unseen buckets count in the norm only. */
export function vectorize(
  model: Pick<LinearModel, "buckets" | "bucketBits" | "idf" | "unseenIdf">,
  text: string,
): { rows: Int32Array; values: Float32Array } {
  const features = extractFeatures(text, model.bucketBits);
  const rows = new Int32Array(features.size);
  const values = new Float32Array(features.size);
  let kept = 0;
  let squares = 0;
  for (const [bucket, frequency] of features) {
    const row = findRow(model, bucket);
    const value = frequency * (row < 0 ? model.unseenIdf : model.idf[row]!);
    squares += value * value;
    if (row < 0) continue;
    rows[kept] = row;
    values[kept] = value;
    kept += 1;
  }
  const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < kept; i += 1) values[i]! *= norm;
  return { rows: rows.subarray(0, kept), values: values.subarray(0, kept) };
}

/**
 * Logits of a text, one per class in the order of `model.classes`. Linear in the text's length
 * (first 2,000 UTF-16 units); text without features gives the biases.
 */
export function predict(model: LinearModel, text: string): Float64Array {
  const { rows, values } = vectorize(model, text);
  const width = model.classes.length;
  const logits = new Float64Array(width);
  for (let i = 0; i < rows.length; i += 1) {
    const start = rows[i]! * width;
    const value = values[i]!;
    for (let k = 0; k < width; k += 1) logits[k]! += value * model.weights[start + k]!;
  }
  for (let k = 0; k < width; k += 1) logits[k] = logits[k]! * model.scale[k]! + model.bias[k]!;
  return logits;
}

/** Probabilities of logits divided by `temperature` (> 0); numerically stable. */
export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < logits.length; k += 1) highest = Math.max(highest, logits[k]!);
  const out = new Float64Array(logits.length);
  let total = 0;
  for (let k = 0; k < logits.length; k += 1) {
    out[k] = Math.exp((logits[k]! - highest) / temperature);
    total += out[k]!;
  }
  for (let k = 0; k < out.length; k += 1) out[k]! /= total;
  return out;
}
