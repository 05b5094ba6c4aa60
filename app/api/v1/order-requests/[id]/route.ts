import { getOrderRequest } from "@/lib/data/after-sales";
import { orderRequestDto, orderRequestIdInput } from "@/lib/data/after-sales/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getOrderRequest",
  method: "GET",
  path: "/order-requests/{id}",
  summary: "One request about an order with all that was granted",
  tag: "After-sales",
  permission: "orders:read",
  params: orderRequestIdInput,
  response: orderRequestDto,
  handler: ({ ctx, params }) => getOrderRequest(ctx, params),
});
