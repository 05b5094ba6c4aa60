import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { dropOpenDues } from "./drop-open-dues";
import { refuseStage } from "./order-stage";
import { stillPaid } from "./paid-amounts";
import {
  type CancelCheckDto,
  type CancelledOrderDto,
  type CancelOrderInput,
  cancelOrderInput,
  orderIdInput,
} from "./schemas";
import { checkService, type Service, serveOnce } from "./serve-once";
import type { ServedOrder } from "./served-order";
import type { ServedPerson } from "./served-person";

type Facts = { refund: { amountMinor: number; currency: string } | null; refundDays: number };

const cancel: Service<{ orderId: string }, Facts, CancelledOrderDto["details"]> = {
  kind: "cancel",
  action: "order.cancelled",
  async check({ order, policy }) {
    const refusal = refuseStage(order, policy.cancelUntil);
    if (refusal) return refusal;
    return { isPossible: true, refund: refundOf(order), refundDays: policy.refundDays };
  },
  /** The goods never left: no return, and the order no longer counts as revenue. A payment still has to go back. */
  async perform(scene, _, { refund, refundDays }) {
    const { tx, ctx, order, now } = scene;
    await dropOpenDues(scene);
    await tx.execute(sql`
      UPDATE orders SET status = 'cancelled', updated_at = ${now.toISOString()}::timestamptz
      WHERE merchant_id = ${ctx.merchantId} AND id = ${order.id}`);
    const released = order.lines.map(({ productId, quantity }) => ({ productId, quantity }));
    return {
      status: refund ? "open" : "done",
      ...(refund ? { refundMinor: refund.amountMinor } : {}),
      details: { refundDays, released },
    };
  },
};

/** Whether the order can still be cancelled, and what would go back. */
export async function checkCancelOrder(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<CancelCheckDto> {
  return checkService(ctx, cancel, parseInput(orderIdInput, raw), person);
}

/**
 * Cancels an order that has not left. Stock stays as the merchant's own system says: `released` tells it what is
 * free again. The request stays open until the payment has gone back.
 */
export async function cancelOrder(
  ctx: Context,
  raw: CancelOrderInput,
  person?: ServedPerson,
): Promise<CancelledOrderDto> {
  return serveOnce(ctx, cancel, parseInput(cancelOrderInput, raw), person);
}

function refundOf(order: ServedOrder) {
  const amountMinor = order.status === "pending" ? 0 : stillPaid(order);
  return amountMinor > 0 ? { amountMinor, currency: order.currency } : null;
}
