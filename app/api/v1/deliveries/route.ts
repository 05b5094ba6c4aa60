import { page } from "@/lib/core/pagination";
import { listDeliveries } from "@/lib/platform/channels";
import { deliveryDto, listDeliveriesInput } from "@/lib/platform/channels/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listDeliveries",
  method: "GET",
  path: "/deliveries",
  summary: "List messages on their way to platforms and what became of them, the latest change first",
  tag: "Channels",
  permission: "conversations:read",
  query: listDeliveriesInput,
  response: page(deliveryDto),
  handler: ({ ctx, query }) => listDeliveries(ctx, query),
});
