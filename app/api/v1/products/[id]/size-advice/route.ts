import { adviseProductSize } from "@/lib/data/catalog";
import { adviseProductSizeBody, idInput, productSizeAdviceDto } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "adviseProductSize",
  method: "POST",
  path: "/products/{id}/size-advice",
  summary: "Which size of a product fits a body, why, and whether it can be had",
  tag: "Shop",
  permission: "orders:service",
  params: idInput,
  body: adviseProductSizeBody,
  response: productSizeAdviceDto,
  handler: ({ ctx, params, body }) => adviseProductSize(ctx, { productId: params.id, ...body }),
});
