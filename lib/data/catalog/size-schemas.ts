import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { MEASURES } from "@/lib/intelligence/sizing";
import { storableText } from "../records/schemas";
import { localizedNameDto } from "./shared-schemas";
import { stockDto } from "./stock-schemas";

/** Between what is no person's measure: a wrong unit shows itself. */
const BOUNDS: Record<(typeof MEASURES)[number], [number, number]> = {
  chestCm: [30, 250],
  waistCm: [30, 250],
  hipCm: [30, 250],
  shoulderCm: [15, 100],
  footLengthCm: [7, 40],
  heightCm: [40, 250],
  weightKg: [2, 400],
};

const fields = <Field extends z.ZodType>(make: (bounds: [number, number]) => Field) =>
  Object.fromEntries(MEASURES.map((measure) => [measure, make(BOUNDS[measure]).optional()])) as Record<
    (typeof MEASURES)[number],
    z.ZodOptional<Field>
  >;

const within = ([from, to]: [number, number]) => z.number().min(from).max(to);

const rangeSchema = (bounds: [number, number]) =>
  z
    .tuple([within(bounds), within(bounds)])
    .refine(([from, to]) => from <= to, "A range goes from the smaller to the larger.");

const sizeSchema = z.object({
  label: storableText(20).min(1),
  ranges: z
    .strictObject(fields(rangeSchema))
    .refine((ranges) => Object.values(ranges).some((range) => range !== undefined), "Give a measurement."),
});

/** For which bodies each size is made, from the smallest size to the largest. */
export const sizeChartSchema = z
  .object({ sizes: z.array(sizeSchema).min(1).max(40) })
  .refine(
    ({ sizes }) => new Set(sizes.map(({ label }) => label.toUpperCase())).size === sizes.length,
    "Name each size once.",
  )
  .refine(
    ({ sizes }) =>
      MEASURES.every((measure) => isRising(sizes.flatMap(({ ranges }) => ranges[measure] ?? []))),
    "Give the sizes from the smallest to the largest.",
  )
  .meta({ id: "SizeChart" });
export type SizeChartInput = z.input<typeof sizeChartSchema>;

/** Ranges one behind the other: beginnings do not fall, nor do ends. */
function isRising(ends: readonly number[]): boolean {
  return ends.every((value, at) => at < 2 || value >= ends[at - 2]!);
}

export const setSizeChartInput = z.object({ productId: z.uuid(), chart: sizeChartSchema.nullable() });
export const setSizeChartBody = setSizeChartInput.omit({ productId: true });
export type SetSizeChartInput = z.input<typeof setSizeChartInput>;

export const productSizeChartDto = z
  .object({ productId: z.uuid(), chart: sizeChartSchema.nullable() })
  .meta({ id: "ProductSizeChart" });
export type ProductSizeChartDto = z.infer<typeof productSizeChartDto>;

export const copySizeChartInput = z.object({
  productId: z.uuid().toLowerCase(),
  toProductIds: z.array(z.uuid().toLowerCase()).min(1).max(100),
});
export type CopySizeChartInput = z.input<typeof copySizeChartInput>;
export const copySizeChartBody = copySizeChartInput.omit({ productId: true });

export const copiedSizeChartDto = productSizeChartDto
  .extend({ copiedTo: z.array(z.uuid()) })
  .meta({ id: "CopiedSizeChart" });
export type CopiedSizeChartDto = z.infer<typeof copiedSizeChartDto>;

export const SIZE_CHART_STATES = ["with", "without"] as const;
export const listSizeChartsInput = pageInput.extend({
  /** `without`: what is sold in sizes and has no chart. */
  state: z.enum(SIZE_CHART_STATES).default("with"),
  /** A part of the name in any language, or of the SKU. */
  q: storableText(200).min(1).optional(),
});
export type ListSizeChartsInput = z.input<typeof listSizeChartsInput>;

/** One variant group, or a product of none. */
export const sizeChartSummaryDto = z
  .object({
    /** By which its chart is read and written. */
    productId: z.uuid(),
    sku: z.string(),
    name: localizedNameDto,
    variantGroup: z.string().optional(),
    /** How many products it serves. */
    products: z.int(),
    chart: sizeChartSchema.nullable(),
  })
  .meta({ id: "SizeChartSummary" });
export type SizeChartSummaryDto = z.infer<typeof sizeChartSummaryDto>;

export const adviseProductSizeInput = z.object({
  productId: z.uuid(),
  body: z.strictObject(fields(within)),
  preference: z.enum(["tight", "regular", "loose"]).default("regular"),
});
export const adviseProductSizeBody = adviseProductSizeInput.omit({ productId: true });
export type AdviseProductSizeInput = z.input<typeof adviseProductSizeInput>;

const measure = z.enum(MEASURES);

export const productSizeAdviceDto = z
  .discriminatedUnion("isPossible", [
    z.object({
      isPossible: z.literal(true),
      label: z.string(),
      confidence: z.enum(["high", "medium", "low"]),
      alternative: z.string().nullable(),
      reasons: z.array(
        z.object({
          measure,
          value: z.number(),
          from: z.number(),
          to: z.number(),
          fit: z.enum(["below", "inside", "above"]),
        }),
      ),
      /** The variant of that size, where the shop sells sizes as products of one group; it may be out of stock. */
      variant: stockDto.nullable(),
      /** That size in another colour or make, where the variant is sold out and it is not. */
      elsewhere: stockDto.nullable(),
    }),
    z.object({
      isPossible: z.literal(false),
      reason: z.enum(["no_size_chart", "needs_measurements", "too_small", "too_large"]),
      /** What the chart could use. */
      needs: z.array(measure),
    }),
  ])
  .meta({ id: "ProductSizeAdvice" });
export type ProductSizeAdviceDto = z.infer<typeof productSizeAdviceDto>;
