import { coupons } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { toCouponDto } from "./coupon-row";
import { requireGoods } from "./require-goods";
import { type CouponDto, type CreateCouponInput, createCouponInput } from "./schemas";

/** Makes a coupon. A code stands once in a shop, in whatever case. */
export async function createCoupon(ctx: Context, raw: CreateCouponInput): Promise<CouponDto> {
  requirePermission(ctx, "products:write");
  const { validFrom, validUntil, ...input } = parseInput(createCouponInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireGoods(tx, ctx.merchantId, input);
    const now = ctx.now();
    const [created] = await tx
      .insert(coupons)
      .values({
        ...input,
        ...{ merchantId: ctx.merchantId, id: newId(), createdAt: now, updatedAt: now },
        validFrom: validFrom ? new Date(validFrom) : null,
        validUntil: validUntil ? new Date(validUntil) : null,
      })
      .onConflictDoNothing({ target: [coupons.merchantId, coupons.code] })
      .returning();
    if (!created) throw new AppError("conflict", `The code ${input.code} is taken. Choose another.`);
    await recordAudit(tx, ctx, {
      action: "coupon.created",
      subject: { type: "coupon", id: created.id },
      details: { code: created.code, kind: created.kind },
    });
    return toCouponDto(created);
  });
}
