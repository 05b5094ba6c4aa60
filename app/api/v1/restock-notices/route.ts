import { page } from "@/lib/core/pagination";
import { listRestockNotices } from "@/lib/data/after-sales";
import { listRestockNoticesInput, restockNoticeDto } from "@/lib/data/after-sales/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listRestockNotices",
  method: "GET",
  path: "/restock-notices",
  summary: "List who waits for products, the longest first; `status=due` are those to be told",
  tag: "After-sales",
  permission: "customers:read",
  query: listRestockNoticesInput,
  response: page(restockNoticeDto),
  handler: ({ ctx, query }) => listRestockNotices(ctx, query),
});
