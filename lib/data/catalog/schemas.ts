import { z } from "zod";
import { moneySchema } from "@/lib/core/money-schema";
import { pageInput } from "@/lib/core/pagination";
import { batchInput, externalIdSchema, referenceSchema, storableText } from "../records/schemas";
import { localizedNameDto, money } from "./shared-schemas";

export * from "./size-schemas";
export * from "./stock-schemas";
export { localizedNameDto, money };

const INT4_MAX = 2_147_483_647;
const nameText = storableText(500).min(1);

export const localizedNameSchema = z
  .object({ zh: nameText.optional(), en: nameText.optional(), es: nameText.optional() })
  .refine((name) => name.zh ?? name.en ?? name.es, "Give the name in zh, en or es.");

/** An amount that cannot be below nothing: a price, a cost, a shipping fee. */
export const positiveMoneySchema = moneySchema.refine(
  (amount) => amount.amountMinor >= 0,
  "The amount cannot be negative.",
);

export const idInput = z.object({ id: z.uuid() });

export const categoryDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    name: localizedNameDto,
    parentId: z.uuid().nullable(),
    position: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Category" });
export type CategoryDto = z.infer<typeof categoryDto>;

/** In an update, a field that is left out stays as it is; null clears it. */
export const categoryInput = z.object({
  externalId: externalIdSchema,
  name: localizedNameSchema,
  parent: referenceSchema.nullish(),
  parentId: referenceSchema.nullish(),
  position: z.int().min(-INT4_MAX).max(INT4_MAX).optional(),
});
export const upsertCategoriesInput = batchInput(categoryInput);
export type UpsertCategoriesInput = z.input<typeof upsertCategoriesInput>;

export const supplierDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    name: z.string(),
    email: z.string().optional(),
    leadTimeDays: z.object({ mean: z.number(), sd: z.number() }).optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Supplier" });
export type SupplierDto = z.infer<typeof supplierDto>;

const days = z.number().min(0).max(3_650);
export const supplierInput = z.object({
  externalId: externalIdSchema,
  name: nameText,
  email: z.email().max(320).nullish(),
  leadTimeDays: z.object({ mean: days, sd: days.default(0) }).nullish(),
});
export const upsertSuppliersInput = batchInput(supplierInput);
export type UpsertSuppliersInput = z.input<typeof upsertSuppliersInput>;

export const PRODUCT_STATUSES = ["active", "draft", "archived"] as const;

export const productDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    sku: z.string(),
    name: localizedNameDto,
    categoryIds: z.array(z.uuid()),
    price: money,
    cost: money.optional(),
    stock: z.object({ onHand: z.int(), reserved: z.int() }),
    reorderPoint: z.int().optional(),
    supplierId: z.uuid().optional(),
    /** Products of one group are one thing in other colours, materials or sizes. */
    variantGroup: z.string().optional(),
    /** What tells it from the others of its group. */
    options: z.record(z.string(), localizedNameDto).optional(),
    status: z.enum(PRODUCT_STATUSES),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Product" });
export type ProductDto = z.infer<typeof productDto>;

/** `{ colour: { en: "Navy" }, size: { en: "M" } }`. */
const optionsSchema = z
  .record(z.string().regex(/^[a-z][a-z_]{0,29}$/, "Use small letters and underscores."), localizedNameSchema)
  .refine((options) => Object.keys(options).length <= 6, "Give at most six options.");

/** In an update, a field that is left out stays as it is; null clears it. */
export const productInput = z
  .object({
    externalId: externalIdSchema,
    sku: storableText(200).min(1).optional(),
    name: localizedNameSchema,
    categories: z.array(referenceSchema).max(50).optional(),
    categoryIds: z.array(referenceSchema).max(50).optional(),
    price: positiveMoneySchema,
    cost: positiveMoneySchema.nullish(),
    stock: z
      .object({
        onHand: z.int().min(-INT4_MAX).max(INT4_MAX),
        reserved: z.int().min(0).max(INT4_MAX).default(0),
      })
      .optional(),
    reorderPoint: z.int().min(0).max(INT4_MAX).nullish(),
    supplier: referenceSchema.nullish(),
    supplierId: referenceSchema.nullish(),
    variantGroup: storableText(200).min(1).nullish(),
    options: optionsSchema.nullish(),
    status: z.enum(PRODUCT_STATUSES).optional(),
  })
  .refine((product) => !product.cost || product.cost.currency === product.price.currency, {
    message: "Price and cost must be in the same currency.",
    path: ["cost", "currency"],
  });
export type ProductInput = z.output<typeof productInput>;
export const upsertProductsInput = batchInput(productInput);
export type UpsertProductsInput = z.input<typeof upsertProductsInput>;

export const PRODUCT_SORTS = ["newest", "sku", "price", "-price", "available"] as const;

export const listProductsInput = pageInput.extend({
  /** Part of a name in any language, of the SKU or of the external id. */
  q: storableText(200).optional(),
  status: z.enum(PRODUCT_STATUSES).optional(),
  /** `low`: available quantity at or below the reorder point; `out`: nothing available. */
  stock: z.enum(["low", "out"]).optional(),
  categoryId: z.uuid().optional(),
  sort: z.enum(PRODUCT_SORTS).default("newest"),
});
export type ListProductsInput = z.input<typeof listProductsInput>;
