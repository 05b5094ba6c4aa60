import { cancelOrder } from "@/lib/data/after-sales";
import { cancelledOrderDto, cancelOrderBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "cancelOrder",
  method: "POST",
  path: "/orders/{id}/cancel",
  summary: "Cancel an order that has not left, under the shop's policy",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: cancelOrderBody,
  response: cancelledOrderDto,
  handler: ({ ctx, params, body }) => cancelOrder(ctx, { orderId: params.id, ...body }),
});
