import { type BodyMeasurements, MEASURES, type Measure, type SizeChart, type SizeRanges } from "./size-chart";

export type FitPreference = "tight" | "regular" | "loose";

/** How one measurement lies to the range of the advised size. */
export interface FitReason {
  measure: Measure;
  value: number;
  from: number;
  to: number;
  fit: "below" | "inside" | "above";
}

export type SizeAdvice =
  | {
      label: string;
      /** `high`: all that was measured lies within; `medium`: a little outside; `low`: more than that. */
      confidence: "high" | "medium" | "low";
      /** The next best size, where it fits nearly as well. */
      alternative: string | null;
      reasons: FitReason[];
    }
  | {
      label: null;
      /** Nothing measured that the chart knows; smaller, or larger, than all sizes. */
      reason: "needs_measurements" | "too_small" | "too_large";
      /** What the chart could use. */
      needs: Measure[];
    };

/**
 * How much each measurement decides. A garment is cut to girths and lengths of the body; height and weight say
 * the same more loosely, and count a quarter. Foot length decides shoes alone.
 */
const WEIGHTS: Record<Measure, number> = {
  chestCm: 1,
  waistCm: 1,
  hipCm: 1,
  shoulderCm: 0.75,
  footLengthCm: 1,
  heightCm: 0.25,
  weightKg: 0.25,
};

/** As a share of a range's width: what a wish for a looser or tighter fit is worth. */
const PREFERENCE_SHIFT: Record<FitPreference, number> = { tight: -0.25, regular: 0, loose: 0.25 };
/** Outside by up to this share of the range's width still fits, with less confidence. */
const NEARLY = 0.25;
/** Beyond the smallest or largest size by more than this share of its width, none fits. */
const BEYOND = 0.75;
/** A second size is worth naming if its penalty is no more than this above the best one's. */
const CLOSE = 0.15;

/**
 * Advises a size of a chart for a body, by rules and without any statistics of other customers. Each size gets a
 * penalty: for every measurement that chart and body share, how far it lies outside the size's range, in widths of
 * that range, weighted; what lies inside costs a little for its distance from the middle, which decides where ranges
 * overlap. The size with the least penalty is advised.
 */
export function adviseSize(
  chart: SizeChart,
  body: BodyMeasurements,
  preference: FitPreference = "regular",
): SizeAdvice {
  const known = measuresOf(chart);
  const used = known.filter((measure) => body[measure] !== undefined);
  if (used.length === 0) return { label: null, reason: "needs_measurements", needs: known };
  const beyond = findBeyond(chart, body, used);
  if (beyond) return { label: null, reason: beyond, needs: [] };
  const ranked = chart.sizes
    .map(({ label, ranges }) => ({ label, ranges, penalty: penaltyOf(ranges, body, used, preference) }))
    .filter(({ penalty }) => penalty !== null)
    .sort((a, b) => a.penalty! - b.penalty!);
  const [best, second] = ranked;
  if (!best) return { label: null, reason: "needs_measurements", needs: known };
  const isClose = second !== undefined && second.penalty! - best.penalty! <= CLOSE;
  const reasons = reasonsFor(best.ranges, body, used);
  return {
    label: best.label,
    confidence: confidenceOf(reasons),
    alternative: isClose ? second.label : null,
    reasons,
  };
}

/** What a chart measures, what decides most first. */
function measuresOf(chart: SizeChart): Measure[] {
  return MEASURES.filter((measure) => chart.sizes.some(({ ranges }) => ranges[measure] !== undefined)).sort(
    (a, b) => WEIGHTS[b] - WEIGHTS[a],
  );
}

/** Null where the size has no range for anything that was measured. */
function penaltyOf(
  ranges: SizeRanges,
  body: BodyMeasurements,
  used: readonly Measure[],
  preference: FitPreference,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const measure of used) {
    const range = ranges[measure];
    if (!range) continue;
    const width = widthOf(range);
    const value = body[measure]! + PREFERENCE_SHIFT[preference] * width;
    const fromMiddle = Math.abs(value - (range[0] + range[1]) / 2) / width;
    // Up to half a width is inside, and then costs a tenth of what the same distance outside does.
    const cost = fromMiddle <= 0.5 ? fromMiddle / 10 : 0.05 + (fromMiddle - 0.5);
    sum += WEIGHTS[measure] * cost;
    weights += WEIGHTS[measure];
  }
  return weights === 0 ? null : sum / weights;
}

/** One measurement that decides is enough: nobody fits into a coat of which the chest is too narrow. */
function findBeyond(
  chart: SizeChart,
  body: BodyMeasurements,
  used: readonly Measure[],
): "too_small" | "too_large" | null {
  const heaviest = Math.max(...used.map((measure) => WEIGHTS[measure]));
  for (const measure of used.filter((one) => WEIGHTS[one] === heaviest)) {
    const ranges = chart.sizes.flatMap(({ ranges }) => (ranges[measure] ? [ranges[measure]] : []));
    const [smallest, largest] = [ranges[0]!, ranges.at(-1)!];
    const value = body[measure]!;
    if (value < smallest[0] - BEYOND * widthOf(smallest)) return "too_small";
    if (value > largest[1] + BEYOND * widthOf(largest)) return "too_large";
  }
  return null;
}

function reasonsFor(ranges: SizeRanges, body: BodyMeasurements, used: readonly Measure[]): FitReason[] {
  return used.flatMap((measure) => {
    const range = ranges[measure];
    if (!range) return [];
    const [from, to] = range;
    const value = body[measure]!;
    const fit = value < from ? "below" : value > to ? "above" : "inside";
    return [{ measure, value, from, to, fit }];
  });
}

function confidenceOf(reasons: readonly FitReason[]): "high" | "medium" | "low" {
  const outside = reasons.map(
    ({ value, from, to }) => Math.max(from - value, value - to, 0) / widthOf([from, to]),
  );
  const hasGirth = reasons.some(({ measure }) => WEIGHTS[measure] >= 0.75);
  if (outside.some((share) => share > NEARLY)) return "low";
  return outside.every((share) => share === 0) && hasGirth ? "high" : "medium";
}

/** A range of one value, as of feet, is taken for one unit wide. */
function widthOf([from, to]: readonly [number, number]): number {
  return Math.max(1, to - from);
}
