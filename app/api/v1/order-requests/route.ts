import { page } from "@/lib/core/pagination";
import { listOrderRequests } from "@/lib/data/after-sales";
import { listOrderRequestsInput, orderRequestDto } from "@/lib/data/after-sales/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listOrderRequests",
  method: "GET",
  path: "/order-requests",
  summary: "List what was asked for about orders, newest first",
  tag: "After-sales",
  permission: "orders:read",
  query: listOrderRequestsInput,
  response: page(orderRequestDto),
  handler: ({ ctx, query }) => listOrderRequests(ctx, query),
});
