import { page } from "@/lib/core/pagination";
import { listCustomers, upsertCustomers } from "@/lib/data/customers";
import { customerDto, listCustomersInput, upsertCustomersInput } from "@/lib/data/customers/schemas";
import { batchAnswerDto } from "@/lib/data/records/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listCustomers",
  method: "GET",
  path: "/customers",
  summary: "List customers, newest first",
  tag: "Shop",
  permission: "customers:read",
  query: listCustomersInput,
  response: page(customerDto),
  handler: ({ ctx, query }) => listCustomers(ctx, query),
});

export const POST = route({
  id: "upsertCustomers",
  method: "POST",
  path: "/customers",
  summary: "Create or update up to 1,000 customers by externalId",
  tag: "Shop",
  permission: "customers:write",
  body: upsertCustomersInput,
  response: batchAnswerDto,
  handler: ({ ctx, body }) => upsertCustomers(ctx, body),
});
