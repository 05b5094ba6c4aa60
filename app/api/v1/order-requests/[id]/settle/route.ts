import { settleOrderRequest } from "@/lib/data/after-sales";
import { orderRequestDto, settleOrderRequestBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "settleOrderRequest",
  method: "POST",
  path: "/order-requests/{id}/settle",
  summary: "End an open request: done, or turned down",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: settleOrderRequestBody,
  response: orderRequestDto,
  handler: ({ ctx, params, body }) => settleOrderRequest(ctx, { ...params, ...body }),
});
