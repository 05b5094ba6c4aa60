import { page } from "@/lib/core/pagination";
import { listOrders, upsertOrders } from "@/lib/data/orders";
import { listOrdersInput, orderDto, upsertOrdersInput } from "@/lib/data/orders/schemas";
import { batchAnswerDto } from "@/lib/data/records/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listOrders",
  method: "GET",
  path: "/orders",
  summary: "List orders, newest first",
  tag: "Shop",
  permission: "orders:read",
  query: listOrdersInput,
  response: page(orderDto),
  handler: ({ ctx, query }) => listOrders(ctx, query),
});

export const POST = route({
  id: "upsertOrders",
  method: "POST",
  path: "/orders",
  summary: "Create or update up to 1,000 orders by externalId",
  tag: "Shop",
  permission: "orders:write",
  body: upsertOrdersInput,
  response: batchAnswerDto,
  handler: ({ ctx, body }) => upsertOrders(ctx, body),
});
