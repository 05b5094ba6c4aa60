import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import type { RestockSummaryDto } from "./schemas";

interface SummaryRow extends Record<string, unknown> {
  every: number;
  waiting: number;
  due: number;
  products: number;
}

/** How many people wait for products, and how many can be told that theirs is there again. */
export async function summarizeRestockNotices(ctx: Context): Promise<RestockSummaryDto> {
  requirePermission(ctx, "customers:read");
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx.execute<SummaryRow>(sql`
      SELECT count(*) AS every, count(*) FILTER (WHERE status = 'waiting') AS waiting,
        count(*) FILTER (WHERE status = 'due') AS due,
        count(DISTINCT product_id) FILTER (WHERE status IN ('waiting', 'due')) AS products
      FROM restock_notices WHERE merchant_id = ${ctx.merchantId}`);
    const { every, waiting, due, products } = row!;
    return { hasAny: every > 0, waiting, due, products };
  });
}
