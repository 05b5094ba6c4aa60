import { getRefundStatus } from "@/lib/data/after-sales";
import { refundStatusDto } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getRefundStatus",
  method: "GET",
  path: "/orders/{id}/refunds",
  summary: "Returns and refunds of an order, how far they are and when the money should be there",
  tag: "After-sales",
  permission: "orders:read",
  params: idInput,
  response: refundStatusDto,
  handler: ({ ctx, params }) => getRefundStatus(ctx, { orderId: params.id }),
});
