import { changeShippingAddress } from "@/lib/data/after-sales";
import { changedAddressDto, changeShippingAddressBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "changeShippingAddress",
  method: "POST",
  path: "/orders/{id}/shipping-address",
  summary: "Send an order elsewhere",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: changeShippingAddressBody,
  response: changedAddressDto,
  handler: ({ ctx, params, body }) => changeShippingAddress(ctx, { orderId: params.id, ...body }),
});
