import { getProduct } from "@/lib/data/catalog";
import { idInput, productDto } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getProduct",
  method: "GET",
  path: "/products/{id}",
  summary: "One product",
  tag: "Shop",
  permission: "products:read",
  params: idInput,
  response: productDto,
  handler: ({ ctx, params }) => getProduct(ctx, params),
});
