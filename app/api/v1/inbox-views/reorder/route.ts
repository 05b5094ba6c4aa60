import { route } from "@/lib/platform/http/route";
import { reorderInboxViews } from "@/lib/service/inbox-views";
import { inboxViewsDto, reorderInboxViewsInput } from "@/lib/service/inbox-views/schemas";

export const POST = route({
  id: "reorderInboxViews",
  method: "POST",
  path: "/inbox-views/reorder",
  summary: "Put one's own views, or the shop's, into an order",
  tag: "Conversations",
  permission: "conversations:write",
  body: reorderInboxViewsInput,
  response: inboxViewsDto,
  handler: ({ ctx, body }) => reorderInboxViews(ctx, body),
});
