import { getServiceOptions } from "@/lib/data/after-sales";
import { serviceOptionsDto } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getServiceOptions",
  method: "GET",
  path: "/orders/{id}/service",
  summary: "What can be done for an order now, and why not the rest",
  tag: "After-sales",
  permission: "orders:read",
  params: idInput,
  response: serviceOptionsDto,
  handler: ({ ctx, params }) => getServiceOptions(ctx, { orderId: params.id }),
});
