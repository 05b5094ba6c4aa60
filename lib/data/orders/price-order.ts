import { formatMoney, type Money, minorDigits } from "@/lib/core/money";
import type { BatchError } from "../records/schemas";
import type { OrderInput } from "./schemas";

/** What a price is made of. */
export type OrderTerms = Pick<
  OrderInput,
  "currency" | "fxRate" | "lines" | "discount" | "shipping" | "total" | "returns"
>;

export interface PricedOrder {
  currency: string;
  fxRate: number;
  /** In minor units, in the order of the input's lines. */
  lineTotals: number[];
  discountMinor: number;
  shippingMinor: number;
  totalMinor: number;
  baseTotalMinor: number;
}

/**
 * Computes an order's totals and checks them against those given: line = quantity × unit price − discount,
 * order = Σ lines − discount + shipping. All amounts are in one currency; one that is not the shop's base
 * currency needs a rate (`storedRate` serves where an update leaves it out).
 */
export function priceOrder(
  order: OrderTerms,
  baseCurrency: string,
  storedRate: number | undefined,
): { priced: PricedOrder } | { error: BatchError } {
  const currency = order.currency ?? order.total?.currency ?? order.lines[0]!.unitPrice.currency;
  const other = moniesOf(order).find(([, money]) => money.currency !== currency);
  if (other) {
    const message = `This amount is in ${other[1].currency}, the order in ${currency}. Send all amounts in one currency.`;
    return { error: { code: "currency_mismatch", message, path: other[0] } };
  }
  const rate = currency === baseCurrency ? 1 : (order.fxRate ?? storedRate);
  if (rate === undefined || (currency === baseCurrency && order.fxRate !== undefined && order.fxRate !== 1)) {
    const message =
      rate === undefined
        ? `The order is in ${currency}, the shop keeps its books in ${baseCurrency}. Give fxRate: ${baseCurrency} for 1 ${currency}.`
        : `The order is in the shop's own currency ${baseCurrency}: leave fxRate out.`;
    return { error: { code: "currency_mismatch", message, path: "fxRate" } };
  }
  const lineTotals: number[] = [];
  for (const [position, line] of order.lines.entries()) {
    const total = line.quantity * line.unitPrice.amountMinor - (line.discount?.amountMinor ?? 0);
    const error = checkTotal(total, line.total, currency, `lines.${position}`);
    if (error) return { error };
    lineTotals.push(total);
  }
  const discountMinor = order.discount?.amountMinor ?? 0;
  const shippingMinor = order.shipping?.amountMinor ?? 0;
  const totalMinor = lineTotals.reduce((sum, total) => sum + total, 0) - discountMinor + shippingMinor;
  const error = checkTotal(totalMinor, order.total, currency, "");
  if (error) return { error };
  const baseTotalMinor = toBaseMinor(totalMinor, currency, baseCurrency, rate);
  return {
    priced: { currency, fxRate: rate, lineTotals, discountMinor, shippingMinor, totalMinor, baseTotalMinor },
  };
}

/** Minor units of one currency in minor units of another, exactly, half away from zero. */
export function toBaseMinor(amountMinor: number, from: string, to: string, rate: number): number {
  if (from === to) return amountMinor;
  const [whole = "0", fraction = ""] = rate.toFixed(12).split(".");
  const scale = 10n ** BigInt(fraction.length + minorDigits(from));
  const numerator = BigInt(amountMinor) * BigInt(whole + fraction) * 10n ** BigInt(minorDigits(to));
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (magnitude * 2n + scale) / (scale * 2n);
  return Number(numerator < 0n ? -rounded : rounded);
}

function checkTotal(
  expected: number,
  given: Money | undefined,
  currency: string,
  where: string,
): BatchError | null {
  const path = where ? `${where}.total` : "total";
  if (!Number.isSafeInteger(expected) || expected < 0) {
    const message = "Discounts are larger than what they are taken from, or the amount is too large to keep.";
    return { code: "total_mismatch", message, path };
  }
  if (!given || given.amountMinor === expected) return null;
  const sum = where ? "quantity × unit price − discount" : "lines − discount + shipping";
  const shown = formatMoney({ amountMinor: expected, currency }, "en");
  const message = `The total is ${given.amountMinor}, but ${sum} is ${expected} (${shown}). Correct one of them, or leave the total out.`;
  return { code: "total_mismatch", message, path };
}

function moniesOf(order: OrderTerms): [path: string, money: Money][] {
  const given: [string, Money | undefined][] = [
    ["discount", order.discount],
    ["shipping", order.shipping],
    ["total", order.total],
    ...order.lines.flatMap((line, at): [string, Money | undefined][] => [
      [`lines.${at}.unitPrice`, line.unitPrice],
      [`lines.${at}.discount`, line.discount],
      [`lines.${at}.total`, line.total],
    ]),
    ...(order.returns ?? []).flatMap((returned, at): [string, Money | undefined][] => [
      [`returns.${at}.refund`, returned.refund],
      ...(returned.lines ?? []).map((line, lineAt): [string, Money] => [
        `returns.${at}.lines.${lineAt}.amount`,
        line.amount,
      ]),
    ]),
  ];
  return given.filter((entry): entry is [string, Money] => entry[1] !== undefined);
}
