import { apportion, share } from "@/lib/core/share";
import type { ServedLine, ServedOrder } from "./served-order";

/** What was paid for each line after its share of the order's discount. */
export function paidForLines({
  lines,
  discountMinor,
}: Pick<ServedOrder, "lines" | "discountMinor">): number[] {
  const discounts = apportion(
    discountMinor,
    lines.map(({ totalMinor }) => totalMinor),
  );
  return lines.map(({ totalMinor }, at) => Math.max(0, totalMinor - discounts[at]!));
}

/**
 * What was paid for the next pieces of a line that come back, less what was made good for them since. Counted from
 * the first piece on, so that all returns of a line add up to what was paid for it, however they are cut.
 */
export function paidForPieces(line: ServedLine, paidMinor: number, quantity: number): number {
  const between = (upTo: (pieces: number) => number) => upTo(line.returned + quantity) - upTo(line.returned);
  const paid = between((pieces) => share(paidMinor, pieces, line.quantity));
  const madeGood = line.granted.map((grant) => {
    // A grant was for the last pieces: the first had come back.
    const before = line.quantity - grant.quantity;
    return between((pieces) => share(grant.amountMinor, Math.max(0, pieces - before), grant.quantity));
  });
  return Math.max(0, paid - madeGood.reduce((sum, minor) => sum + minor, 0));
}

/** What the customer has paid for the order and not got back: the most that can still go back. */
export function stillPaid(order: Pick<ServedOrder, "totalMinor" | "refundedMinor" | "unpaidMinor">): number {
  return Math.max(0, order.totalMinor - order.refundedMinor - order.unpaidMinor);
}
