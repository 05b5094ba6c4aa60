import { and, eq } from "drizzle-orm";
import { coupons } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { toCouponDto } from "./coupon-row";
import { type ChangeCouponInput, type CouponDto, changeCouponInput } from "./schemas";

/** Switches a coupon off or on, hides or shows it. What it gives stays: customers have seen it. */
export async function changeCoupon(ctx: Context, raw: ChangeCouponInput): Promise<CouponDto> {
  requirePermission(ctx, "products:write");
  const { id, isActive, isPublic } = parseInput(changeCouponInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const mine = and(eq(coupons.merchantId, ctx.merchantId), eq(coupons.id, id));
    const [before] = await tx.select().from(coupons).where(mine).for("update");
    if (!before) throw notFound("coupon");
    const change = { isActive: isActive ?? before.isActive, isPublic: isPublic ?? before.isPublic };
    if (change.isActive === before.isActive && change.isPublic === before.isPublic)
      return toCouponDto(before);
    const [after] = await tx
      .update(coupons)
      .set({ ...change, updatedAt: ctx.now() })
      .where(mine)
      .returning();
    await recordAudit(tx, ctx, {
      action: "coupon.changed",
      subject: { type: "coupon", id },
      details: { code: before.code, ...change },
    });
    return toCouponDto(after!);
  });
}
