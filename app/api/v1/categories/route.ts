import { page, pageInput } from "@/lib/core/pagination";
import { listCategories, upsertCategories } from "@/lib/data/catalog";
import { categoryDto, upsertCategoriesInput } from "@/lib/data/catalog/schemas";
import { batchAnswerDto } from "@/lib/data/records/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listCategories",
  method: "GET",
  path: "/categories",
  summary: "List categories, newest first",
  tag: "Shop",
  permission: "products:read",
  query: pageInput,
  response: page(categoryDto),
  handler: ({ ctx, query }) => listCategories(ctx, query),
});

export const POST = route({
  id: "upsertCategories",
  method: "POST",
  path: "/categories",
  summary: "Create or update up to 1,000 categories by externalId",
  tag: "Shop",
  permission: "products:write",
  body: upsertCategoriesInput,
  response: batchAnswerDto,
  handler: ({ ctx, body }) => upsertCategories(ctx, body),
});
