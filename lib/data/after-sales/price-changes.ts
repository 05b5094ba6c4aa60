import { share } from "@/lib/core/share";
import { priceOrder } from "../orders";
import type { ChangedLine, Refusal } from "./schemas";
import type { ServedOrder } from "./served-order";

/** A line as it shall be; the difference is that of another variant's price for one piece. */
export interface WantedLine {
  lineId: string;
  productId: string | null;
  quantity: number;
  differenceMinor: number;
}

export interface NewTotals {
  lines: ChangedLine[];
  discountMinor: number;
  totalMinor: number;
  baseTotalMinor: number;
}

/**
 * Prices an order with changed lines. A piece costs what it cost, and the difference of its variant. Discounts of a
 * line and of the order shrink with what they were given for (half a unit rounds up) and do not grow; the fee for
 * sending stays. The sum follows the rules of every order.
 */
export function priceChanges(order: ServedOrder, wanted: readonly WantedLine[]): NewTotals | Refusal {
  const before = new Map(order.lines.map((line) => [line.id, line]));
  const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
  const lines = wanted.map(({ lineId, quantity, differenceMinor }) => {
    const { unitPriceMinor, quantity: pieces, discountMinor } = before.get(lineId)!;
    const unit = Math.max(0, unitPriceMinor + differenceMinor);
    const discount = shrink(discountMinor, unit * quantity, unitPriceMinor * pieces);
    return { quantity, unitPrice: money(unit), discount: money(discount) };
  });
  const goods = (
    sum: number,
    line: { quantity: number; unitPrice: { amountMinor: number }; discount: { amountMinor: number } },
  ) => sum + line.quantity * line.unitPrice.amountMinor - line.discount.amountMinor;
  const goodsBefore = order.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const discount = money(shrink(order.discountMinor, lines.reduce(goods, 0), goodsBefore));
  const { baseCurrency } = order.shop;
  const terms = { currency: order.currency, lines, discount, shipping: money(order.shippingMinor) };
  const result = priceOrder(terms, baseCurrency, order.fxRate);
  if ("error" in result) return { isPossible: false, reason: "price_unknown" };
  const { lineTotals, totalMinor, baseTotalMinor } = result.priced;
  return {
    lines: lines.map((line, at) => ({
      ...line,
      lineId: wanted[at]!.lineId,
      productId: wanted[at]!.productId,
      total: money(lineTotals[at]!),
    })),
    ...{ discountMinor: discount.amountMinor, totalMinor, baseTotalMinor },
  };
}

function shrink(discountMinor: number, now: number, before: number): number {
  return now >= before ? discountMinor : share(discountMinor, now, before);
}
