import { randomInt } from "node:crypto";
import { returnLines, returns } from "@/db/schema";
import type { ReturnLabel } from "@/db/schema/orders";
import { newId } from "@/lib/core/ids";
import { toBaseMinor } from "../orders";
import type { Scene } from "./serve-once";
import { endOfWindow } from "./service-window";

interface NewReturn {
  kind: "refund" | "exchange";
  reason: string;
  note: string | undefined;
  freightPaidBy: ReturnLabel["freightPaidBy"];
  refundMinor: number;
  lines: { productId: string | null; quantity: number; amountMinor: number; exchangeProductId?: string }[];
}

/** Writes a return as requested, with what the customer needs to send the goods back. */
export async function writeReturn(
  { tx, ctx, order, policy, now }: Scene,
  wanted: NewReturn,
): Promise<{ returnId: string; label: ReturnLabel }> {
  const returnId = newId();
  const { baseCurrency, timeZone } = order.shop;
  const label: ReturnLabel = {
    rmaNumber: newRmaNumber(),
    address: policy.returnAddress,
    carrier: policy.returnCarrier ?? order.shipments[0]?.carrier ?? null,
    freightPaidBy: wanted.freightPaidBy,
    sendBackBefore: endOfWindow(now, policy.sendBackDays, timeZone).toISOString(),
  };
  await tx.insert(returns).values({
    merchantId: ctx.merchantId,
    id: returnId,
    externalId: label.rmaNumber,
    orderId: order.id,
    customerId: order.customerId,
    status: "requested",
    reason: wanted.note ? `${wanted.reason}: ${wanted.note}` : wanted.reason,
    kind: wanted.kind,
    label,
    returnedAt: now,
    currency: order.currency,
    refundMinor: wanted.refundMinor,
    baseRefundMinor: toBaseMinor(wanted.refundMinor, order.currency, baseCurrency, order.fxRate),
    createdAt: now,
    updatedAt: now,
  });
  await tx.insert(returnLines).values(
    wanted.lines.map((line, at) => ({
      merchantId: ctx.merchantId,
      id: newId(),
      returnId,
      position: at + 1,
      ...line,
    })),
  );
  return { returnId, label };
}

/** No vowels and nothing that is read as something else: people dictate it, and write it on a parcel. */
const LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";

function newRmaNumber(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `RMA-${letters.join("")}`;
}
