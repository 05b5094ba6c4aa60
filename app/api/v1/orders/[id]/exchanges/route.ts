import { requestExchange } from "@/lib/data/after-sales";
import { requestExchangeBody, requestedExchangeDto } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "requestExchange",
  method: "POST",
  path: "/orders/{id}/exchanges",
  summary: "Ask for another variant of what has arrived",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: requestExchangeBody,
  response: requestedExchangeDto,
  handler: ({ ctx, params, body }) => requestExchange(ctx, { orderId: params.id, ...body }),
});
