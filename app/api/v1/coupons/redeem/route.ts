import { redeemCoupon } from "@/lib/data/coupons";
import { redeemCouponInput, redeemedCouponDto } from "@/lib/data/coupons/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "redeemCoupon",
  method: "POST",
  path: "/coupons/redeem",
  summary: "Remember that an order used a coupon; limits per customer count it",
  tag: "Coupons",
  permission: "orders:service",
  body: redeemCouponInput,
  response: redeemedCouponDto,
  handler: ({ ctx, body }) => redeemCoupon(ctx, body),
});
