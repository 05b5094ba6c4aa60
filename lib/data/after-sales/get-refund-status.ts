import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { orderRequests, returns } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { readPolicy } from "./read-policy";
import { orderIdInput, type RefundStatusDto } from "./schemas";
import { readServedOrder, type ServedOrder } from "./served-order";
import { requireUnlessCustomer, type ServedPerson } from "./served-person";
import { endOfWindow } from "./service-window";

/** What goes back of an order, with and without goods, how far it is and when the money should be there. */
export async function getRefundStatus(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<RefundStatusDto> {
  requireUnlessCustomer(ctx, "orders:read");
  const { orderId } = parseInput(orderIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const order = await readServedOrder(tx, ctx, { orderId, person, mode: "read" });
    const { refundDays } = await readPolicy(tx, ctx.merchantId);
    const expectedAfter = (from: Date) => endOfWindow(from, refundDays, order.shop.timeZone).toISOString();
    return {
      orderId: order.id,
      returns: await readReturns(tx, ctx.merchantId, order, expectedAfter),
      refunds: await readRefunds(tx, ctx.merchantId, order, expectedAfter),
      refundDays,
    };
  });
}

type ExpectedAfter = (from: Date) => string;

async function readReturns(
  tx: Transaction,
  merchantId: string,
  order: ServedOrder,
  expectedAfter: ExpectedAfter,
): Promise<RefundStatusDto["returns"]> {
  const rows = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.merchantId, merchantId), eq(returns.orderId, order.id)))
    .orderBy(asc(returns.returnedAt), asc(returns.id));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    rmaNumber: row.externalId,
    status: row.status,
    refund: { amountMinor: row.refundMinor, currency: row.currency },
    requestedAt: row.returnedAt.toISOString(),
    label: row.label,
    expectedBefore: row.status === "received" ? expectedAfter(row.updatedAt) : null,
  }));
}

async function readRefunds(
  tx: Transaction,
  merchantId: string,
  order: ServedOrder,
  expectedAfter: ExpectedAfter,
): Promise<RefundStatusDto["refunds"]> {
  const ofOrder = and(eq(orderRequests.merchantId, merchantId), eq(orderRequests.orderId, order.id));
  const rows = await tx
    .select()
    .from(orderRequests)
    .where(and(ofOrder, gt(orderRequests.refundMinor, 0), sql`${orderRequests.returnId} IS NULL`))
    .orderBy(asc(orderRequests.createdAt), asc(orderRequests.id));
  return rows.map((row) => ({
    requestId: row.id,
    kind: row.kind,
    status: row.status,
    refund: { amountMinor: row.refundMinor!, currency: order.currency },
    requestedAt: row.createdAt.toISOString(),
    expectedBefore: row.status === "open" ? expectedAfter(row.createdAt) : null,
    closedAt: row.closedAt?.toISOString() ?? null,
  }));
}
