import { route } from "@/lib/platform/http/route";
import { createInboxView, listInboxViews } from "@/lib/service/inbox-views";
import { createInboxViewInput, inboxViewDto, inboxViewsDto } from "@/lib/service/inbox-views/schemas";

export const GET = route({
  id: "listInboxViews",
  method: "GET",
  path: "/inbox-views",
  summary: "List the shop's saved views of the inbox and one's own, in their order, with counts",
  tag: "Conversations",
  permission: "conversations:read",
  response: inboxViewsDto,
  handler: ({ ctx }) => listInboxViews(ctx),
});

export const POST = route({
  id: "createInboxView",
  method: "POST",
  path: "/inbox-views",
  summary: "Keep filters of the inbox under a name; a view for the whole shop needs knowledge:write too",
  tag: "Conversations",
  permission: "conversations:write",
  body: createInboxViewInput,
  response: inboxViewDto,
  status: 201,
  handler: ({ ctx, body }) => createInboxView(ctx, body),
});
