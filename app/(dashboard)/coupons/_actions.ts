"use server";

import { revalidatePath } from "next/cache";
import { changeCoupon as changeCouponVerb, createCoupon as createCouponVerb } from "@/lib/data/coupons";
import type { ChangeCouponInput, CreateCouponInput } from "@/lib/data/coupons/schemas";
import { action } from "@/lib/platform/http/action";

/** Lists and records show what is stored: after every change they are read again. */
function refreshCoupons<Data>(data: Data): Data {
  revalidatePath("/coupons", "layout");
  return data;
}

export const createCoupon = action(async (ctx, input: CreateCouponInput) =>
  refreshCoupons(await createCouponVerb(ctx, input)),
);
export const changeCoupon = action(async (ctx, input: ChangeCouponInput) =>
  refreshCoupons(await changeCouponVerb(ctx, input)),
);
