import { and, eq, sql } from "drizzle-orm";
import { orderRequests, orders } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, orderBy } from "../records";
import { toOrderRequestDto } from "./order-request-row";
import { type ListOrderRequestsInput, listOrderRequestsInput, type OrderRequestDto } from "./schemas";

/** What was asked for about orders, newest first; `status: "open"` is what people still have to do. */
export async function listOrderRequests(
  ctx: Context,
  raw: ListOrderRequestsInput = {},
): Promise<Page<OrderRequestDto>> {
  requirePermission(ctx, "orders:read");
  const { limit, cursor, orderId, kind, status } = parseInput(listOrderRequestsInput, raw);
  const order = {
    value: sql`${orderRequests.createdAt}`,
    type: "timestamptz" as const,
    id: sql`${orderRequests.id}`,
    descending: true,
  };
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select({ request: orderRequests, orderNumber: orders.number })
      .from(orderRequests)
      .innerJoin(
        orders,
        and(eq(orders.merchantId, orderRequests.merchantId), eq(orders.id, orderRequests.orderId)),
      )
      .where(
        and(
          eq(orderRequests.merchantId, ctx.merchantId),
          orderId ? eq(orderRequests.orderId, orderId) : undefined,
          kind ? eq(orderRequests.kind, kind) : undefined,
          status ? eq(orderRequests.status, status) : undefined,
          afterCursor(order, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(orderBy(order))
      .limit(limit + 1);
    return toPage(rows, limit, toOrderRequestDto, ({ request }) => ({
      value: request.createdAt.toISOString(),
      id: request.id,
    }));
  });
}
