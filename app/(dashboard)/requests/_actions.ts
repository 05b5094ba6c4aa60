"use server";

import { revalidatePath } from "next/cache";
import { newId } from "@/lib/core/ids";
import {
  cancelOrder as cancelOrderVerb,
  closeRestockNotice as closeRestockNoticeVerb,
  requestPriceProtection as requestPriceProtectionVerb,
  settleOrderRequest as settleOrderRequestVerb,
} from "@/lib/data/after-sales";
import type { CloseRestockNoticeInput, SettleOrderRequestInput } from "@/lib/data/after-sales/schemas";
import { action } from "@/lib/platform/http/action";

export const settleOrderRequest = action(async (ctx, input: SettleOrderRequestInput) => {
  const request = await settleOrderRequestVerb(ctx, input);
  revalidatePath("/requests", "layout");
  revalidatePath(`/orders/${request.orderId}`);
  return { status: request.status };
});

export const closeRestockNotice = action(async (ctx, input: CloseRestockNoticeInput) => {
  const { status } = await closeRestockNoticeVerb(ctx, input);
  revalidatePath("/requests/restock");
  return { status };
});

/** What an agent does from the order's page, under a key of its own: a second press is refused by the rule. */
export const cancelOrder = action(async (ctx, input: { orderId: string }) => {
  const { id } = await cancelOrderVerb(ctx, { ...input, requestKey: newId() });
  revalidatePath(`/orders/${input.orderId}`);
  return { id };
});

export const requestPriceProtection = action(async (ctx, input: { orderId: string }) => {
  const { id } = await requestPriceProtectionVerb(ctx, { ...input, requestKey: newId() });
  revalidatePath(`/orders/${input.orderId}`);
  return { id };
});
