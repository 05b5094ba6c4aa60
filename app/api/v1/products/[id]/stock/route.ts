import { lookUpStock } from "@/lib/data/catalog";
import { idInput, stockLookupDto } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "lookUpStock",
  method: "GET",
  path: "/products/{id}/stock",
  summary: "How many pieces of a product and of its variants can be had",
  tag: "Shop",
  permission: "products:read",
  params: idInput,
  response: stockLookupDto,
  handler: ({ ctx, params }) => lookUpStock(ctx, { productId: params.id }),
});
