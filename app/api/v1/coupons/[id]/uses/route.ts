import { page } from "@/lib/core/pagination";
import { listCouponUses } from "@/lib/data/coupons";
import { couponUseDto, idInput, listCouponUsesQuery } from "@/lib/data/coupons/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listCouponUses",
  method: "GET",
  path: "/coupons/{id}/uses",
  summary: "The orders that used a coupon, newest first",
  tag: "Coupons",
  permission: "orders:read",
  params: idInput,
  query: listCouponUsesQuery,
  response: page(couponUseDto),
  handler: ({ ctx, params, query }) => listCouponUses(ctx, { ...params, ...query }),
});
