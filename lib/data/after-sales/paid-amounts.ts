import type { ServedLine, ServedOrder } from "./served-order";
import { apportion, share } from "./share";

/** What was paid for each line after its share of the order's discount, and less what was made good since. */
export function paidForLines({
  lines,
  discountMinor,
}: Pick<ServedOrder, "lines" | "discountMinor">): number[] {
  const discounts = apportion(
    discountMinor,
    lines.map(({ totalMinor }) => totalMinor),
  );
  return lines.map(({ totalMinor, grantedMinor }, at) =>
    Math.max(0, totalMinor - discounts[at]! - grantedMinor),
  );
}

/**
 * What was paid for the next pieces of a line that come back. Counted from the first piece on, so that all returns
 * of a line add up to what was paid for it, however they are cut.
 */
export function paidForPieces(line: ServedLine, paidMinor: number, quantity: number): number {
  const upTo = (pieces: number) => share(paidMinor, pieces, line.quantity);
  return upTo(line.returned + quantity) - upTo(line.returned);
}
