"use server";

import { revalidatePath } from "next/cache";
import {
  closeRestockNotice as closeRestockNoticeVerb,
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
