import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { AVAILABLE_PIECES } from "../catalog";

/**
 * Marks the notices whose product can be had again as due. Telling people is for those who have a conversation with
 * them; who is still due is in `listRestockNotices`.
 * @returns how many became due.
 */
export async function findDueRestock(ctx: Context): Promise<number> {
  requirePermission(ctx, "orders:service");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const due = await tx.execute(sql`
      UPDATE restock_notices n SET status = 'due', due_at = ${ctx.now().toISOString()}::timestamptz
      WHERE n.merchant_id = ${ctx.merchantId} AND n.status = 'waiting' AND n.product_id IN (
        SELECT p.id FROM products p
        WHERE p.merchant_id = ${ctx.merchantId} AND p.status = 'active' AND ${AVAILABLE_PIECES} > 0)
      RETURNING n.id`);
    return due.length;
  });
}
