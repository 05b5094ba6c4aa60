import { and, eq, sql } from "drizzle-orm";
import { restockNotices } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, orderBy } from "../records";
import { toRestockNoticeDto } from "./restock-row";
import { type ListRestockNoticesInput, listRestockNoticesInput, type RestockNoticeDto } from "./schemas";

/** Who waits for products, who waited longest first; `status: "due"` are those to be told now. */
export async function listRestockNotices(
  ctx: Context,
  raw: ListRestockNoticesInput = {},
): Promise<Page<RestockNoticeDto>> {
  // They hold where to reach people.
  requirePermission(ctx, "customers:read");
  const { limit, cursor, status, productId } = parseInput(listRestockNoticesInput, raw);
  const order = {
    value: sql`${restockNotices.createdAt}`,
    type: "timestamptz" as const,
    id: sql`${restockNotices.id}`,
    descending: false,
  };
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(restockNotices)
      .where(
        and(
          eq(restockNotices.merchantId, ctx.merchantId),
          status ? eq(restockNotices.status, status) : undefined,
          productId ? eq(restockNotices.productId, productId) : undefined,
          afterCursor(order, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(orderBy(order))
      .limit(limit + 1);
    return toPage(rows, limit, toRestockNoticeDto, (row) => ({
      value: row.createdAt.toISOString(),
      id: row.id,
    }));
  });
}
