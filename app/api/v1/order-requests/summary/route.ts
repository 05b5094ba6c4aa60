import { summarizeOrderRequests } from "@/lib/data/after-sales";
import { orderRequestSummaryDto } from "@/lib/data/after-sales/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "summarizeOrderRequests",
  method: "GET",
  path: "/order-requests/summary",
  summary: "How much is open about orders, since when, and which money it holds",
  tag: "After-sales",
  permission: "orders:read",
  response: orderRequestSummaryDto,
  handler: ({ ctx }) => summarizeOrderRequests(ctx),
});
