/** What is measured on a body: centimetres, and kilograms for the weight. */
export const MEASURES = [
  "chestCm",
  "waistCm",
  "hipCm",
  "shoulderCm",
  "footLengthCm",
  "heightCm",
  "weightKg",
] as const;
export type Measure = (typeof MEASURES)[number];

export type BodyMeasurements = Partial<Record<Measure, number | undefined>>;

/** For which bodies a size is made: from and to, both included. */
export type SizeRanges = Partial<Record<Measure, readonly [from: number, to: number] | undefined>>;

/** Sizes from the smallest to the largest. */
export interface SizeChart {
  sizes: readonly { label: string; ranges: SizeRanges }[];
}
