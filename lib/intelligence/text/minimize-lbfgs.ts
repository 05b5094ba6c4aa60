/** Writes the gradient at `point` into `gradient` and returns the loss; both must be finite. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** When to stop: both bounds are on the way, not on the answer. */
export interface LbfgsOptions {
  maxIterations: number;
  /** Stops when the largest part of the gradient is at most this share of `max(1, loss)`. */
  tolerance: number;
}

/** Where the search ended; `converged` is false when it ran out of iterations. */
export interface LbfgsResult {
  point: Float64Array;
  loss: number;
  iterations: number;
  converged: boolean;
}

/** Pairs of steps and gradient changes that stand for the curvature. */
const MEMORY = 10;
const SUFFICIENT_DECREASE = 1e-4;
const MAX_HALVINGS = 30;

/**
 * Minimises a smooth convex function by limited-memory BFGS with a backtracking line search
 * (Liu and Nocedal 1989; Nocedal and Wright 2006, algorithms 7.4 and 3.1). Deterministic; `start` is left alone.
 */
export function minimizeLbfgs(objective: Objective, start: Float64Array, options: LbfgsOptions): LbfgsResult {
  let point = Float64Array.from(start);
  let gradient = new Float64Array(point.length);
  let loss = objective(point, gradient);
  let nextPoint = new Float64Array(point.length);
  let nextGradient = new Float64Array(point.length);
  const pairs: Pair[] = [];
  let iterations = 0;
  while (largest(gradient) > options.tolerance * Math.max(1, loss)) {
    if (iterations >= options.maxIterations) return { point, loss, iterations, converged: false };
    const direction = descentDirection(gradient, pairs);
    const slope = dot(direction, gradient);
    // Before any curvature is known a step of length one bounds the first try.
    let step = pairs.length > 0 ? 1 : Math.min(1, 1 / Math.sqrt(-slope));
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < MAX_HALVINGS; halving += 1) {
      for (let i = 0; i < point.length; i += 1) nextPoint[i] = point[i]! + step * direction[i]!;
      nextLoss = objective(nextPoint, nextGradient);
      if (nextLoss <= loss + SUFFICIENT_DECREASE * step * slope) break;
      step = shorterStep(step, slope, loss, nextLoss);
    }
    // Rounding leaves nothing below: this is the minimum as far as numbers of 64 bits can tell.
    if (!(nextLoss < loss)) return { point, loss, iterations, converged: true };
    remember(pairs, point, gradient, nextPoint, nextGradient);
    [point, nextPoint] = [nextPoint, point];
    [gradient, nextGradient] = [nextGradient, gradient];
    loss = nextLoss;
    iterations += 1;
  }
  return { point, loss, iterations, converged: true };
}

interface Pair {
  step: Float64Array;
  change: Float64Array;
  /** 1 / (step · change). */
  inverse: number;
}

function descentDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    const { step, change, inverse } = pairs[i]!;
    shares[i] = inverse * dot(step, direction);
    addScaled(direction, change, -shares[i]!);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = 1 / (last.inverse * dot(last.change, last.change));
    for (let i = 0; i < direction.length; i += 1) direction[i]! *= scale;
  }
  for (let i = 0; i < pairs.length; i += 1) {
    const { step, change, inverse } = pairs[i]!;
    addScaled(direction, step, shares[i]! - inverse * dot(change, direction));
  }
  return direction;
}

function remember(
  pairs: Pair[],
  point: Float64Array,
  gradient: Float64Array,
  nextPoint: Float64Array,
  nextGradient: Float64Array,
): void {
  const oldest = pairs.length === MEMORY ? pairs.shift() : undefined;
  const step = oldest?.step ?? new Float64Array(point.length);
  const change = oldest?.change ?? new Float64Array(point.length);
  for (let i = 0; i < point.length; i += 1) {
    step[i] = nextPoint[i]! - point[i]!;
    change[i] = nextGradient[i]! - gradient[i]!;
  }
  const curvature = dot(step, change);
  if (curvature > 1e-12 * dot(change, change)) pairs.push({ step, change, inverse: 1 / curvature });
}

/** Minimum of the parabola through both losses and the slope, kept between a tenth and a half of the step. */
function shorterStep(step: number, slope: number, loss: number, nextLoss: number): number {
  const minimum = (-slope * step * step) / (2 * (nextLoss - loss - slope * step));
  return Number.isFinite(minimum) ? Math.min(step / 2, Math.max(step / 10, minimum)) : step / 10;
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1) target[i]! += factor * source[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

function largest(values: Float64Array): number {
  let highest = 0;
  for (let i = 0; i < values.length; i += 1) highest = Math.max(highest, Math.abs(values[i]!));
  return highest;
}
