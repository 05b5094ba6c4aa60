import { requestPriceProtection } from "@/lib/data/after-sales";
import { grantedPriceProtectionDto, requestPriceProtectionBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "requestPriceProtection",
  method: "POST",
  path: "/orders/{id}/price-protection",
  summary: "Make a lower price good",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: requestPriceProtectionBody,
  response: grantedPriceProtectionDto,
  handler: ({ ctx, params, body }) => requestPriceProtection(ctx, { orderId: params.id, ...body }),
});
