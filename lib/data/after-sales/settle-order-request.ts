import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { orderRequests, orders } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { actorName } from "./actor-name";
import { toOrderRequestDto } from "./order-request-row";
import { readEvidence } from "./read-evidence";
import { type OrderRequestDto, type SettleOrderRequestInput, settleOrderRequestInput } from "./schemas";

/** Took effect when they were asked for; what is open is the money alone. */
const DONE_AT_ONCE: ReadonlySet<string> = new Set(["cancel", "change_lines"]);

/**
 * A person ends an open request: the money is paid, the invoice sent, or it is turned down. A return or exchange
 * follows: `done` makes it refunded, `rejected` rejected, which frees what was promised; an order that is back whole is
 * returned then.
 */
export async function settleOrderRequest(
  ctx: Context,
  raw: SettleOrderRequestInput,
): Promise<OrderRequestDto> {
  requirePermission(ctx, "orders:service");
  const input = parseInput(settleOrderRequestInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const now = ctx.now();
    const mine = and(eq(orderRequests.merchantId, ctx.merchantId), eq(orderRequests.id, input.id));
    await lockOrder(tx, ctx, input.id);
    const [row] = await tx.select().from(orderRequests).where(mine).for("update");
    if (!row) throw notFound("request");
    if (row.status !== "open") {
      if (row.status === input.status) return withNumber(row);
      throw new AppError(
        "conflict",
        `This request is ${row.status} already. Make a new one for another wish.`,
      );
    }
    if (input.status === "rejected" && DONE_AT_ONCE.has(row.kind)) {
      throw new AppError("conflict", "The order was changed already. Settle what is left of it as done.");
    }
    const closing = { status: input.status, closedAt: now, closedBy: actorName(ctx.actor), updatedAt: now };
    const [settled] = await tx
      .update(orderRequests)
      .set({ ...closing, note: input.note ?? null })
      .where(mine)
      .returning();
    if (row.returnId) {
      const status = input.status === "done" ? "refunded" : "rejected";
      await tx.execute(sql`
        UPDATE returns SET status = ${status}, updated_at = ${now.toISOString()}::timestamptz
        WHERE merchant_id = ${ctx.merchantId} AND id = ${row.returnId}`);
      if (status === "refunded") await endReturnedOrder(tx, ctx, row.orderId);
    }
    await recordAudit(tx, ctx, {
      action: "order_request.settled",
      subject: { type: "order", id: row.orderId },
      details: { requestId: row.id, kind: row.kind, status: input.status },
    });
    return withNumber(settled!);

    async function withNumber(request: typeof orderRequests.$inferSelect): Promise<OrderRequestDto> {
      const [order] = await tx
        .select({ number: orders.number })
        .from(orders)
        .where(and(eq(orders.merchantId, ctx.merchantId), eq(orders.id, request.orderId)));
      return toOrderRequestDto(
        { request, orderNumber: order!.number },
        await readEvidence(tx, ctx, [request.requestKey]),
      );
    }
  });
}

/** The order first, as every service does, so that two never wait for each other. */
async function lockOrder(tx: Transaction, ctx: Context, requestId: string): Promise<void> {
  await tx.execute(sql`
    SELECT o.id FROM orders o WHERE o.merchant_id = ${ctx.merchantId} AND o.id = (
      SELECT g.order_id FROM order_requests g WHERE g.merchant_id = ${ctx.merchantId} AND g.id = ${requestId})
    FOR UPDATE`);
}

/** An order of which every piece has come back and been refunded is returned. */
async function endReturnedOrder(tx: Transaction, ctx: Context, orderId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE orders o SET status = 'returned', updated_at = ${ctx.now().toISOString()}::timestamptz
    WHERE o.merchant_id = ${ctx.merchantId} AND o.id = ${orderId} AND o.status = 'delivered'
      AND (SELECT sum(l.quantity) FROM order_lines l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id)
        <= (SELECT sum(rl.quantity) FROM return_lines rl
            JOIN returns r ON r.merchant_id = rl.merchant_id AND r.id = rl.return_id
            WHERE r.merchant_id = o.merchant_id AND r.order_id = o.id AND r.kind = 'refund'
              AND r.status = 'refunded')`);
}
