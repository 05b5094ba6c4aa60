import type { categories, suppliers } from "@/db/schema";
import type { LocalizedName } from "@/db/schema/catalog";
import { toIso } from "../records";
import type { CategoryDto, ProductDto, SupplierDto } from "./schemas";

export function toCategoryDto(row: typeof categories.$inferSelect): CategoryDto {
  return {
    id: row.id,
    externalId: row.externalId,
    name: row.name,
    parentId: row.parentId,
    position: row.position,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function toSupplierDto(row: typeof suppliers.$inferSelect): SupplierDto {
  const mean = row.leadTimeDaysMean;
  return {
    id: row.id,
    externalId: row.externalId,
    name: row.name,
    ...(row.email === null ? {} : { email: row.email }),
    ...(mean === null ? {} : { leadTimeDays: { mean, sd: row.leadTimeDaysSd ?? 0 } }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export interface ProductRow extends Record<string, unknown> {
  id: string;
  external_id: string;
  sku: string;
  name: LocalizedName;
  category_ids: string[];
  price_minor: number;
  cost_minor: number | null;
  currency: string;
  on_hand: number;
  reserved: number;
  reorder_point: number | null;
  supplier_id: string | null;
  variant_group: string | null;
  options: Record<string, LocalizedName> | null;
  status: ProductDto["status"];
  created_at: string;
  updated_at: string;
}

export function toProductDto(row: ProductRow): ProductDto {
  const { currency } = row;
  return {
    id: row.id,
    externalId: row.external_id,
    sku: row.sku,
    name: row.name,
    categoryIds: row.category_ids,
    price: { amountMinor: row.price_minor, currency },
    ...(row.cost_minor === null ? {} : { cost: { amountMinor: row.cost_minor, currency } }),
    stock: { onHand: row.on_hand, reserved: row.reserved },
    ...(row.reorder_point === null ? {} : { reorderPoint: row.reorder_point }),
    ...(row.supplier_id === null ? {} : { supplierId: row.supplier_id }),
    ...(row.variant_group === null ? {} : { variantGroup: row.variant_group }),
    ...(row.options === null ? {} : { options: row.options }),
    status: row.status,
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  };
}
