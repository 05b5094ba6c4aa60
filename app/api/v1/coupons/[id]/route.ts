import { changeCoupon, getCoupon } from "@/lib/data/coupons";
import { changeCouponBody, couponDto, idInput } from "@/lib/data/coupons/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getCoupon",
  method: "GET",
  path: "/coupons/{id}",
  summary: "One coupon",
  tag: "Coupons",
  permission: "products:read",
  params: idInput,
  response: couponDto,
  handler: ({ ctx, params }) => getCoupon(ctx, params),
});

export const PATCH = route({
  id: "changeCoupon",
  method: "PATCH",
  path: "/coupons/{id}",
  summary: "Change a coupon: on or off, shown or hidden, its dates and limits; what it gives while unused",
  tag: "Coupons",
  permission: "products:write",
  params: idInput,
  body: changeCouponBody,
  response: couponDto,
  handler: ({ ctx, params, body }) => changeCoupon(ctx, { ...params, ...body }),
});
