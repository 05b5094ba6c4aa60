import { z } from "zod";
import { storableText } from "./text-schema";

export {
  countrySchema,
  deliverableAddressSchema,
  type PostalAddress,
  postalAddressDto,
  postalAddressSchema,
} from "./address-schema";
export { storableText };

export const MAX_BATCH_ITEMS = 1_000;

/** The merchant's own key of a record, by which it is upserted. */
export const externalIdSchema = storableText(200).min(1, "Give the record's id in your own system.");

/** An instant of the shop's time: ISO 8601 with an offset, returned in UTC. */
export const shopInstantSchema = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .refine((value) => value >= "1970" && value < "2200", "Use a time between 1970 and 2200.");

/** Names a record: by our id or by the merchant's own. A bare UUID stands for `{id}`. */
export const referenceSchema = z.union([
  z.uuid().transform((id): Reference => ({ id: id.toLowerCase() })),
  z.strictObject({ id: z.uuid().toLowerCase() }),
  z.strictObject({ externalId: storableText(200).min(1) }),
]);
export type Reference = { id: string } | { externalId: string };

/**
 * The body of a batch route. Items stand as `unknown` while the envelope is read, so that one bad item is
 * rejected alone; the OpenAPI document still shows what an item is.
 */
export function batchInput<Item extends z.ZodType>(item: Item) {
  const { $schema: _, ...described } = z.toJSONSchema(item, { io: "input", unrepresentable: "any" });
  const items = z.array(z.unknown().meta(described)).min(1).max(MAX_BATCH_ITEMS);
  return z.object({ items }) as unknown as z.ZodType<{ items: z.input<Item>[] }, { items: z.input<Item>[] }>;
}

export const batchErrorDto = z.object({
  code: z.enum([
    "invalid_item",
    "duplicate_in_batch",
    "reference_not_found",
    "currency_mismatch",
    "total_mismatch",
    "conflict",
  ]),
  message: z.string(),
  path: z.string().optional(),
});
export type BatchError = z.infer<typeof batchErrorDto>;

export const batchResultDto = z.object({
  index: z.int(),
  status: z.enum(["created", "updated", "unchanged", "rejected"]),
  id: z.uuid().optional(),
  error: batchErrorDto.optional(),
});
export type BatchResult = z.infer<typeof batchResultDto>;

export const batchAnswerDto = z.object({ results: z.array(batchResultDto) }).meta({ id: "BatchAnswer" });
export type BatchAnswer = z.infer<typeof batchAnswerDto>;
