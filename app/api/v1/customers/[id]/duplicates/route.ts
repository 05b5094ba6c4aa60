import { findDuplicates, markDistinct } from "@/lib/data/customers";
import { duplicatesDto, idInput, markDistinctBody } from "@/lib/data/customers/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "findDuplicates",
  method: "GET",
  path: "/customers/{id}/duplicates",
  summary: "Other records that are probably the same person, and why",
  tag: "Shop",
  permission: "customers:read",
  params: idInput,
  response: duplicatesDto,
  handler: ({ ctx, params }) => findDuplicates(ctx, params),
});

export const POST = route({
  id: "markDistinct",
  method: "POST",
  path: "/customers/{id}/duplicates",
  summary: "Say that another record is another person, or take it back",
  tag: "Shop",
  permission: "customers:write",
  params: idInput,
  body: markDistinctBody,
  status: 204,
  handler: ({ ctx, params, body }) => markDistinct(ctx, { ...params, ...body }),
});
