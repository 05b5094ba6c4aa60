import { and, eq, type SQL, sql } from "drizzle-orm";
import { orderRequests, orders } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { can, requirePermission } from "@/lib/core/permissions";
import { startsNumber } from "../orders";
import { afterCursor, likePattern, orderBy } from "../records";
import { toOrderRequestDto } from "./order-request-row";
import { readEvidence } from "./read-evidence";
import { type ListOrderRequestsInput, listOrderRequestsInput, type OrderRequestDto } from "./schemas";

/** What was asked for about orders, newest first unless sorted otherwise; `status: "open"` is what people still have to do. */
export async function listOrderRequests(
  ctx: Context,
  raw: ListOrderRequestsInput = {},
): Promise<Page<OrderRequestDto>> {
  requirePermission(ctx, "orders:read");
  const input = parseInput(listOrderRequestsInput, raw);
  const { limit, cursor, orderId, customerId, kind, status, q } = input;
  const order = {
    value: sql`${orderRequests.createdAt}`,
    type: "timestamptz" as const,
    id: sql`${orderRequests.id}`,
    descending: input.sort === "newest",
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
          customerId ? eq(orderRequests.customerId, customerId) : undefined,
          kind ? eq(orderRequests.kind, kind) : undefined,
          status ? eq(orderRequests.status, status) : undefined,
          q ? matches(ctx, q) : undefined,
          afterCursor(order, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(orderBy(order))
      .limit(limit + 1);
    const keys = rows.map(({ request }) => request.requestKey);
    const evidence = await readEvidence(tx, ctx, keys);
    return toPage(
      rows,
      limit,
      (row) => toOrderRequestDto(row, evidence),
      ({ request }) => ({
        value: request.createdAt.toISOString(),
        id: request.id,
      }),
    );
  });
}

/** Names are looked at for those alone who may see them. */
function matches(ctx: Context, q: string): SQL {
  const { merchantId } = ctx;
  const byOrder = sql`${orderRequests.orderId} IN (
    SELECT o.id FROM orders o WHERE o.merchant_id = ${merchantId} AND ${startsNumber(q)})`;
  const byReturn = sql`${orderRequests.returnId} IN (SELECT r.id FROM returns r
    WHERE r.merchant_id = ${merchantId} AND r.label->>'rmaNumber' ILIKE ${likePattern(q, "start")})`;
  const byCustomer = sql`${orderRequests.customerId} IN (SELECT c.id FROM customers c
    WHERE c.merchant_id = ${merchantId} AND c.name ILIKE ${likePattern(q, "anywhere")})`;
  return can(ctx.actor, "customers:read")
    ? sql`(${byOrder} OR ${byReturn} OR ${byCustomer})`
    : sql`(${byOrder} OR ${byReturn})`;
}
