import { eraseCustomer, getCustomer } from "@/lib/data/customers";
import { customerDto, idInput } from "@/lib/data/customers/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getCustomer",
  method: "GET",
  path: "/customers/{id}",
  summary: "One customer; the id of a merged record gives the one it was merged into",
  tag: "Shop",
  permission: "customers:read",
  params: idInput,
  response: customerDto,
  handler: ({ ctx, params }) => getCustomer(ctx, params),
});

export const DELETE = route({
  id: "eraseCustomer",
  method: "DELETE",
  path: "/customers/{id}",
  summary: "Erase a person's data for good; orders keep their amounts",
  tag: "Shop",
  permission: "customers:erase",
  params: idInput,
  status: 204,
  handler: ({ ctx, params }) => eraseCustomer(ctx, params),
});
