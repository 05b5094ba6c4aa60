import { page } from "@/lib/core/pagination";
import { createCoupon, listCoupons } from "@/lib/data/coupons";
import { couponDto, createCouponInput, listCouponsInput } from "@/lib/data/coupons/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listCoupons",
  method: "GET",
  path: "/coupons",
  summary: "List coupons, newest first",
  tag: "Coupons",
  permission: "products:read",
  query: listCouponsInput,
  response: page(couponDto),
  handler: ({ ctx, query }) => listCoupons(ctx, query),
});

export const POST = route({
  id: "createCoupon",
  method: "POST",
  path: "/coupons",
  summary: "Make a coupon; a code stands once in a shop",
  tag: "Coupons",
  permission: "products:write",
  body: createCouponInput,
  response: couponDto,
  status: 201,
  handler: ({ ctx, body }) => createCoupon(ctx, body),
});
