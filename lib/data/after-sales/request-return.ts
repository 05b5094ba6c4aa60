import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { acceptGoods, type GoodsBack, isFault } from "./goods-back";
import { paidForLines, paidForPieces, stillPaid } from "./paid-amounts";
import {
  type CheckReturnInput,
  checkReturnInput,
  type RequestedReturnDto,
  type RequestReturnInput,
  type ReturnCheckDto,
  requestReturnInput,
} from "./schemas";
import { checkService, type Scene, type Service, serveOnce } from "./serve-once";
import type { ServedPerson } from "./served-person";
import { writeReturn } from "./write-return";

type Input = GoodsBack & { orderId: string; note?: string | undefined };
type Facts = Omit<Extract<ReturnCheckDto, { isPossible: true }>, "isPossible">;

const returning: Service<Input, Facts, RequestedReturnDto["details"]> = {
  kind: "return",
  action: "order.return_requested",
  async check(scene, input) {
    const { order, policy } = scene;
    const windowDays = isFault(input.reason) ? policy.faultyReturnWindowDays : policy.returnWindowDays;
    const accepted = acceptGoods(scene, input, windowDays);
    if ("isPossible" in accepted) return accepted;
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
    const paid = paidForLines(order);
    const lines = accepted.lines.map(({ line, at, quantity }) => ({
      lineId: line.id,
      productId: line.productId,
      quantity,
      amount: money(paidForPieces(line, paid[at]!, quantity)),
    }));
    const shippingMinor = shippingBack(scene, lines);
    const goodsMinor = lines.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
    // Refunds that the shop's own system wrote may be larger than ours: never more than was paid.
    const left = stillPaid(order);
    return {
      isPossible: true,
      lines,
      shippingRefund: shippingMinor > 0 ? money(shippingMinor) : null,
      refund: money(Math.min(goodsMinor + shippingMinor, left)),
      freightPaidBy: accepted.isFault ? "shop" : policy.returnFreightPaidBy,
      endsAt: accepted.endsAt.toISOString(),
      refundDays: policy.refundDays,
    };
  },
  async perform(scene, { reason, note }, { lines, refund, shippingRefund, freightPaidBy, refundDays }) {
    const { returnId, label } = await writeReturn(scene, {
      ...{ kind: "refund", reason, note, freightPaidBy, refundMinor: refund.amountMinor },
      lines: lines.map(({ productId, quantity, amount }) => ({
        ...{ productId, quantity, amountMinor: amount.amountMinor },
      })),
    });
    return {
      ...{ status: "open", refundMinor: refund.amountMinor, returnId },
      details: { returnId, reason, lines, shippingRefund, label, refundDays },
    };
  },
};

/** Whether goods can come back, and what for; without lines, all that could. */
export async function checkReturn(
  ctx: Context,
  raw: CheckReturnInput,
  person?: ServedPerson,
): Promise<ReturnCheckDto> {
  return checkService(ctx, returning, parseInput(checkReturnInput, raw), person);
}

/**
 * Asks for a return under the shop's policy: a return with its lines, the number and the address for the parcel, who
 * pays for it and until when it must be on its way. The refund is what was paid, the order's discount shared out.
 */
export async function requestReturn(
  ctx: Context,
  raw: RequestReturnInput,
  person?: ServedPerson,
): Promise<RequestedReturnDto> {
  return serveOnce(ctx, returning, parseInput(requestReturnInput, raw), person);
}

/** The fee for sending out goes back with the last piece of the order, where the policy says so. */
function shippingBack({ order, policy }: Scene, lines: readonly { quantity: number }[]): number {
  if (!policy.refundsShipping) return 0;
  const ordered = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const before = order.lines.reduce((sum, { returned }) => sum + returned, 0);
  const now = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return before + now === ordered ? order.shippingMinor : 0;
}
