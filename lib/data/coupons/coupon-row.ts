import type { coupons } from "@/db/schema";
import type { CouponDto } from "./schemas";

export type CouponRow = typeof coupons.$inferSelect;

export function toCouponDto(row: CouponRow): CouponDto {
  const { currency } = row;
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    percentBasisPoints: row.percentBasisPoints,
    amount: row.amountMinor === null ? null : { amountMinor: row.amountMinor, currency },
    currency,
    minimum: { amountMinor: row.minimumMinor, currency },
    validFrom: row.validFrom?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    perCustomerLimit: row.perCustomerLimit,
    productIds: row.productIds,
    categoryIds: row.categoryIds,
    isPublic: row.isPublic,
    isActive: row.isActive,
    createdAt: row.createdAt.toISOString(),
  };
}

/** As codes are stored, of what somebody typed. */
export function normalizeCode(code: string): string {
  return code.normalize("NFKC").trim().toUpperCase();
}
