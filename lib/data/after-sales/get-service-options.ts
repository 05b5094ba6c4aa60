import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { checkCancelOrder } from "./cancel-order";
import { checkChangeShippingAddress } from "./change-shipping-address";
import { checkInvoice } from "./request-invoice";
import { checkPriceProtection } from "./request-price-protection";
import { checkReturn } from "./request-return";
import { orderIdInput, type ServiceOptionsDto } from "./schemas";
import type { ServedPerson } from "./served-person";

/** What can be done for an order now, and why not the rest. The return is one of unopened goods after second thoughts. */
export async function getServiceOptions(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<ServiceOptionsDto> {
  const { orderId } = parseInput(orderIdInput, raw);
  return inTenant(ctx, async ({ ctx }) => ({
    orderId,
    cancel: await checkCancelOrder(ctx, { orderId }, person),
    changeAddress: await checkChangeShippingAddress(ctx, { orderId }, person),
    return: await checkReturn(ctx, { orderId, reason: "changed_mind", isOpened: false }, person),
    priceProtection: await checkPriceProtection(ctx, { orderId }, person),
    invoice: await checkInvoice(ctx, { orderId }, person),
  }));
}
