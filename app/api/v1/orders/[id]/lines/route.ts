import { changeOrderLines } from "@/lib/data/after-sales";
import { changedOrderLinesDto, changeOrderLinesBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "changeOrderLines",
  method: "POST",
  path: "/orders/{id}/lines",
  summary: "Change quantities or variants of an order that is not packed; says what is to pay or goes back",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: changeOrderLinesBody,
  response: changedOrderLinesDto,
  handler: ({ ctx, params, body }) => changeOrderLines(ctx, { orderId: params.id, ...body }),
});
