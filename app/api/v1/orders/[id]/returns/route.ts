import { requestReturn } from "@/lib/data/after-sales";
import { requestedReturnDto, requestReturnBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "requestReturn",
  method: "POST",
  path: "/orders/{id}/returns",
  summary: "Ask for a return; the answer holds what is needed to send the goods back",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: requestReturnBody,
  response: requestedReturnDto,
  handler: ({ ctx, params, body }) => requestReturn(ctx, { orderId: params.id, ...body }),
});
