import { and, eq } from "drizzle-orm";
import { orderRequests, orders } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toOrderRequestDto } from "./order-request-row";
import { readEvidence } from "./read-evidence";
import { type OrderRequestDto, orderRequestIdInput } from "./schemas";

/** One request with all that was granted. */
export async function getOrderRequest(ctx: Context, raw: { id: string }): Promise<OrderRequestDto> {
  requirePermission(ctx, "orders:read");
  const { id } = parseInput(orderRequestIdInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select({ request: orderRequests, orderNumber: orders.number })
      .from(orderRequests)
      .innerJoin(
        orders,
        and(eq(orders.merchantId, orderRequests.merchantId), eq(orders.id, orderRequests.orderId)),
      )
      .where(and(eq(orderRequests.merchantId, ctx.merchantId), eq(orderRequests.id, id)));
    if (!row) throw notFound("request");
    return toOrderRequestDto(row, await readEvidence(tx, ctx, [row.request.requestKey]));
  });
}
