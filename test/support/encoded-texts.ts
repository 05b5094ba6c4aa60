import { mulberry32 } from "@/lib/intelligence/text/seeded-random";

/** A text as an encoder and a base model would give it, with its true label. */
export interface SimulatedText {
  embedding: Float32Array;
  logits: Float32Array;
  label: string;
}

/**
 * Texts as Gaussian clouds round one direction per class, and a base model that knows the base classes' directions.
 * What it draws depends on the seed and the order of calls alone.
 */
export function simulateTexts(options: {
  base: readonly string[];
  own: readonly string[];
  dimensions: number;
  seed: number;
  /** Length of a cloud's noise beside its direction of length one. */
  noise?: number;
}): { draw(label: string): SimulatedText; drawMany(label: string, count: number): SimulatedText[] } {
  const { base, own, dimensions, noise = 0.8 } = options;
  const random = mulberry32(options.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const direction = () => unit(Float64Array.from({ length: dimensions }, normal));
  const directions = new Map([...base, ...own].map((label) => [label, direction()]));
  const draw = (label: string): SimulatedText => {
    const center = directions.get(label)!;
    const cloud = center.map((value) => value + (noise / Math.sqrt(dimensions)) * normal());
    const embedding = Float32Array.from(unit(cloud));
    const logits = Float32Array.from(base, (name) => 8 * dot(directions.get(name)!, embedding));
    return { embedding, logits, label };
  };
  return { draw, drawMany: (label, count) => Array.from({ length: count }, () => draw(label)) };
}

function unit(values: Float64Array): Float64Array {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
