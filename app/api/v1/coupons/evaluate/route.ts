import { evaluateCoupons } from "@/lib/data/coupons";
import { evaluateCouponsInput, evaluatedCouponsDto } from "@/lib/data/coupons/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "evaluateCoupons",
  method: "POST",
  path: "/coupons/evaluate",
  summary: "Which coupons apply to a cart, how much each takes off, and why the others do not",
  tag: "Coupons",
  permission: "orders:service",
  body: evaluateCouponsInput,
  response: evaluatedCouponsDto,
  handler: ({ ctx, body }) => evaluateCoupons(ctx, body),
});
