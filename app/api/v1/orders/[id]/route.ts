import { getOrder } from "@/lib/data/orders";
import { idInput, orderDto } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getOrder",
  method: "GET",
  path: "/orders/{id}",
  summary: "One order with its lines, shipments and returns",
  tag: "Shop",
  permission: "orders:read",
  params: idInput,
  response: orderDto,
  handler: ({ ctx, params }) => getOrder(ctx, params),
});
