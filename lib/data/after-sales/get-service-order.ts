import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { stageOf } from "./order-stage";
import { orderIdInput, type ServiceOrderDto } from "./schemas";
import { readServedOrder } from "./served-order";
import { requireUnlessCustomer, type ServedPerson } from "./served-person";

/** An order with its lines by id, as checks and services name them. */
export async function getServiceOrder(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<ServiceOrderDto> {
  requireUnlessCustomer(ctx, "orders:read");
  const { orderId } = parseInput(orderIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const order = await readServedOrder(tx, ctx, { orderId, person, mode: "read" });
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
    return {
      id: order.id,
      number: order.number,
      stage: stageOf(order),
      placedAt: order.placedAt,
      total: money(order.totalMinor),
      discount: money(order.discountMinor),
      shipping: money(order.shippingMinor),
      refunded: money(order.refundedMinor),
      shippingAddress: order.shippingAddress,
      lines: order.lines.map((line) => ({
        lineId: line.id,
        productId: line.productId,
        name: line.name,
        options: line.options ?? {},
        hasVariants: line.variantGroup !== null,
        quantity: line.quantity,
        returned: line.returned,
        unitPrice: money(line.unitPriceMinor),
        total: money(line.totalMinor),
      })),
    };
  });
}
