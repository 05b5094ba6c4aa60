import { mergeCustomers } from "@/lib/data/customers";
import { mergeCustomersInput, mergedCustomersDto } from "@/lib/data/customers/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "mergeCustomers",
  method: "POST",
  path: "/customers/merge",
  summary: "Make two records of one person one",
  tag: "Shop",
  permission: "customers:write",
  body: mergeCustomersInput,
  response: mergedCustomersDto,
  handler: ({ ctx, body }) => mergeCustomers(ctx, body),
});
