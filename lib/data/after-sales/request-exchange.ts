import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { lockStock } from "../catalog";
import { acceptGoods, type BackLine, type GoodsBack, isFault } from "./goods-back";
import { paidForLines, paidForPieces } from "./paid-amounts";
import {
  type CheckExchangeInput,
  checkExchangeInput,
  type ExchangeCheckDto,
  type ExchangedLine,
  type Refusal,
  type RequestExchangeInput,
  type RequestedExchangeDto,
  requestExchangeInput,
} from "./schemas";
import { checkService, type Scene, type Service, serveOnce } from "./serve-once";
import type { ServedPerson } from "./served-person";
import { priceDifference, refuseStock, refuseVariant } from "./swap-variant";
import { writeReturn } from "./write-return";

interface Input extends GoodsBack {
  orderId: string;
  lines: readonly { lineId: string; quantity: number; productId: string }[];
  note?: string | undefined;
}
type Facts = Omit<Extract<ExchangeCheckDto, { isPossible: true }>, "isPossible">;

const exchange: Service<Input, Facts, RequestedExchangeDto["details"]> = {
  kind: "exchange",
  action: "order.exchange_requested",
  async check(scene, input) {
    const { order, policy } = scene;
    const windowDays = isFault(input.reason) ? policy.faultyReturnWindowDays : policy.exchangeWindowDays;
    const accepted = acceptGoods(scene, input, windowDays);
    if ("isPossible" in accepted) return accepted;
    const lines = await swapLines(scene, input, accepted.lines);
    if (!Array.isArray(lines)) return lines;
    const sum = lines.reduce((all, { difference }) => all + difference.amountMinor, 0);
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
    return {
      isPossible: true,
      lines,
      refund: sum < 0 ? money(-sum) : null,
      due: sum > 0 ? money(sum) : null,
      freightPaidBy: accepted.isFault ? "shop" : policy.returnFreightPaidBy,
      endsAt: accepted.endsAt.toISOString(),
    };
  },
  async perform(scene, { reason, note }, { lines, refund, due, freightPaidBy }) {
    const refundMinor = refund?.amountMinor ?? 0;
    const { returnId, label } = await writeReturn(scene, {
      ...{ kind: "exchange", reason, note, freightPaidBy, refundMinor },
      lines: lines.map(({ fromProductId, toProductId, quantity, difference }) => ({
        productId: fromProductId,
        quantity,
        amountMinor: Math.max(0, -difference.amountMinor),
        exchangeProductId: toProductId,
      })),
    });
    return {
      ...{ status: "open", refundMinor, dueMinor: due?.amountMinor ?? 0, returnId },
      details: { returnId, reason, lines, label },
    };
  },
};

/** Whether goods can be exchanged for another variant, and what the difference is. */
export async function checkExchange(
  ctx: Context,
  raw: CheckExchangeInput,
  person?: ServedPerson,
): Promise<ExchangeCheckDto> {
  return checkService(ctx, exchange, parseInput(checkExchangeInput, raw), person);
}

/**
 * Asks for another variant of the same product; of faulty goods, for the same again. What is promised counts as not
 * available until the exchange has ended; the stock itself is the merchant's own system's to change.
 */
export async function requestExchange(
  ctx: Context,
  raw: RequestExchangeInput,
  person?: ServedPerson,
): Promise<RequestedExchangeDto> {
  return serveOnce(ctx, exchange, parseInput(requestExchangeInput, raw), person);
}

async function swapLines(
  { tx, ctx, order }: Scene,
  input: Input,
  back: readonly BackLine[],
): Promise<ExchangedLine[] | Refusal> {
  const target = new Map(input.lines.map(({ lineId, productId }) => [lineId, productId]));
  const stock = await lockStock(tx, ctx.merchantId, [...target.values()]);
  const paid = paidForLines(order);
  const wanted = new Map<string, number>();
  const lines: ExchangedLine[] = [];
  for (const { line, at, quantity } of back) {
    const productId = target.get(line.id)!;
    const variant = stock.get(productId);
    const isSame = productId === line.productId;
    if (isSame && !isFault(input.reason))
      return { isPossible: false, reason: "nothing_changes", lineId: line.id };
    const refusal = isSame && variant ? null : refuseVariant(line, variant, productId);
    if (refusal) return refusal;
    const difference = priceDifference(line, variant!, order.currency);
    if ("isPossible" in difference) return difference;
    wanted.set(productId, (wanted.get(productId) ?? 0) + quantity);
    // Nobody gets back more than they paid.
    const amountMinor = Math.max(difference.minor * quantity, -paidForPieces(line, paid[at]!, quantity));
    lines.push({
      ...{ lineId: line.id, quantity, fromProductId: line.productId, toProductId: productId },
      difference: { amountMinor, currency: order.currency },
    });
  }
  return refuseStock(wanted, stock) ?? lines;
}
