import { subscribeRestock } from "@/lib/data/after-sales";
import { restockNoticeDto, subscribeRestockBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "subscribeRestock",
  method: "POST",
  path: "/products/{id}/restock-notices",
  summary: "Remember who wants to hear when a product is there again; each person once",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: subscribeRestockBody,
  response: restockNoticeDto,
  handler: ({ ctx, params, body }) => subscribeRestock(ctx, { productId: params.id, ...body }),
});
