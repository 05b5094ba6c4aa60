import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { stageOf } from "./order-stage";
import { paidForLines, paidForPieces } from "./paid-amounts";
import {
  type GrantedPriceProtectionDto,
  type LoweredLine,
  orderIdInput,
  type PriceProtectionCheckDto,
  type Refusal,
  type RequestPriceProtectionInput,
  requestPriceProtectionInput,
} from "./schemas";
import { checkService, type Scene, type Service, serveOnce } from "./serve-once";
import type { ServedOrder } from "./served-order";
import type { ServedPerson } from "./served-person";
import { endOfWindow, refuseAfter } from "./service-window";

type Facts = Omit<Extract<PriceProtectionCheckDto, { isPossible: true }>, "isPossible">;

const protection: Service<{ orderId: string }, Facts, GrantedPriceProtectionDto["details"]> = {
  kind: "price_protection",
  action: "order.price_protected",
  async check(scene) {
    const { order, policy } = scene;
    const refusal = refuseProtection(scene);
    if (refusal) return refusal;
    const lines = loweredLines(order);
    const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
    if (amountMinor === 0) {
      const isKnown = order.lines.some(({ list }) => list?.currency === order.currency);
      return { isPossible: false, reason: isKnown ? "price_not_lower" : "price_unknown" };
    }
    return {
      isPossible: true,
      lines,
      refund: { amountMinor, currency: order.currency },
      endsAt: endOfProtection(scene).toISOString(),
      refundDays: policy.refundDays,
    };
  },
  async perform(_, __, { lines, refund, refundDays }) {
    return { status: "open", refundMinor: refund.amountMinor, details: { lines, refundDays } };
  },
};

/** Whether something of the order costs less today, and how much would go back. */
export async function checkPriceProtection(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<PriceProtectionCheckDto> {
  return checkService(ctx, protection, parseInput(orderIdInput, raw), person);
}

/**
 * Makes a lower price good: what was paid for the pieces that the customer has kept, all discounts counted, less
 * what they cost today, line by line, a line that became dearer left out. What was made good before counts as not
 * paid, so that a price that falls twice is made good twice, and nothing twice.
 */
export async function requestPriceProtection(
  ctx: Context,
  raw: RequestPriceProtectionInput,
  person?: ServedPerson,
): Promise<GrantedPriceProtectionDto> {
  return serveOnce(ctx, protection, parseInput(requestPriceProtectionInput, raw), person);
}

function refuseProtection(scene: Scene): Refusal | null {
  const { order, policy, now } = scene;
  const stage = stageOf(order);
  if (policy.priceProtectionDays === 0) return { isPossible: false, reason: "not_offered" };
  if (stage === "cancelled") return { isPossible: false, reason: "already_cancelled" };
  if (stage === "returned") return { isPossible: false, reason: "already_returned" };
  if (order.status === "pending") return { isPossible: false, reason: "not_paid_yet" };
  return refuseAfter(endOfProtection(scene), policy.priceProtectionDays, now);
}

/** Its days run from the order, not from the arrival. */
function endOfProtection({ order, policy }: Scene): Date {
  return endOfWindow(order.placedAt, policy.priceProtectionDays, order.shop.timeZone);
}

/** Prices that the shop does not keep in the order's currency are not compared. */
function loweredLines(order: ServedOrder): LoweredLine[] {
  const paid = paidForLines(order);
  return order.lines.flatMap((line, at) => {
    const quantity = line.quantity - line.returned;
    if (!line.productId || line.list?.currency !== order.currency || quantity === 0) return [];
    const paidMinor = paidForPieces(line, paid[at]!, quantity);
    const todayMinor = line.list.amountMinor * quantity;
    const amountMinor = paidMinor - todayMinor;
    const kept = { lineId: line.id, productId: line.productId, quantity };
    return amountMinor > 0 ? [{ ...kept, paidMinor, todayMinor, amountMinor }] : [];
  });
}
