import { page } from "@/lib/core/pagination";
import { listProducts, upsertProducts } from "@/lib/data/catalog";
import { listProductsInput, productDto, upsertProductsInput } from "@/lib/data/catalog/schemas";
import { batchAnswerDto } from "@/lib/data/records/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listProducts",
  method: "GET",
  path: "/products",
  summary: "List products, newest first",
  tag: "Shop",
  permission: "products:read",
  query: listProductsInput,
  response: page(productDto),
  handler: ({ ctx, query }) => listProducts(ctx, query),
});

export const POST = route({
  id: "upsertProducts",
  method: "POST",
  path: "/products",
  summary: "Create or update up to 1,000 products by externalId",
  tag: "Shop",
  permission: "products:write",
  body: upsertProductsInput,
  response: batchAnswerDto,
  handler: ({ ctx, body }) => upsertProducts(ctx, body),
});
