import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { coupons, couponUses } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { type CouponRow, toCouponDto } from "./coupon-row";
import { requireGoods } from "./require-goods";
import { type ChangeCouponInput, type CouponDto, changeCouponInput, idInput } from "./schemas";

/** What a coupon gives, and for what: promised to whoever has used it. */
const TERMS = ["percentBasisPoints", "amountMinor", "minimumMinor", "productIds", "categoryIds"] as const;

/**
 * Changes a coupon: on or off, shown or hidden, when it is valid, how often each customer may use it. Its code, its
 * kind and its currency stay; what it gives and for what stays once an order has used it (`conflict`).
 */
export async function changeCoupon(ctx: Context, raw: ChangeCouponInput): Promise<CouponDto> {
  requirePermission(ctx, "products:write");
  const { id, validFrom, validUntil, ...input } = parseInput(changeCouponInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const mine = and(eq(coupons.merchantId, ctx.merchantId), eq(coupons.id, id));
    const [before] = await tx.select().from(coupons).where(mine).for("update");
    if (!before) throw notFound("coupon");
    const change = changesOf(before, {
      ...input,
      ...(validFrom === undefined ? {} : { validFrom: validFrom ? new Date(validFrom) : null }),
      ...(validUntil === undefined ? {} : { validUntil: validUntil ? new Date(validUntil) : null }),
    });
    if (Object.keys(change).length === 0) return toCouponDto(before);
    await checkChange(tx, ctx, before, change);
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

/** What of the wish is not so already. */
function changesOf(before: CouponRow, wish: Partial<CouponRow>): Partial<CouponRow> {
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name as keyof CouponRow]);
  return Object.fromEntries(Object.entries(wish).filter(differs));
}

async function checkChange(
  tx: Transaction,
  ctx: Context,
  before: CouponRow,
  change: Partial<CouponRow>,
): Promise<void> {
  if (change.percentBasisPoints != null && before.kind !== "percent")
    throw refuse("percentBasisPoints", "A percent coupon, and no other, has percentBasisPoints.");
  if (change.amountMinor != null && before.kind !== "fixed")
    throw refuse("amountMinor", "A fixed coupon, and no other, has amountMinor.");
  const { validFrom, validUntil } = { ...before, ...change };
  if (validFrom && validUntil && validFrom >= validUntil)
    throw refuse("validUntil", "It would end before it begins.");
  if (!TERMS.some((term) => term in change)) return;
  await requireGoods(tx, ctx.merchantId, { ...before, ...change });
  if (await hasUse(tx, ctx.merchantId, before.id))
    throw new AppError(
      "conflict",
      `Orders have used ${before.code}, so what it gives stays. End it and make one like it.`,
    );
}

/** Whether an order has used the coupon, so that what it gives stays. */
export async function isCouponUsed(ctx: Context, raw: { id: string }): Promise<boolean> {
  requirePermission(ctx, "products:read");
  const { id } = parseInput(idInput, raw);
  return inTenant(ctx, ({ tx, ctx }) => hasUse(tx, ctx.merchantId, id));
}

async function hasUse(tx: Transaction, merchantId: string, couponId: string): Promise<boolean> {
  const used = await tx
    .select({ orderId: couponUses.orderId })
    .from(couponUses)
    .where(and(eq(couponUses.merchantId, merchantId), eq(couponUses.couponId, couponId)))
    .limit(1);
  return used.length > 0;
}

function refuse(path: string, message: string): AppError {
  return new AppError("invalid_input", `${path}: ${message}`, { issues: [{ path, message }] });
}
