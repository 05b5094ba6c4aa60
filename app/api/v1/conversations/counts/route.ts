import { route } from "@/lib/platform/http/route";
import { countInbox } from "@/lib/service/conversations";
import { inboxCountsDto } from "@/lib/service/conversations/schemas";

export const GET = route({
  id: "countInbox",
  method: "GET",
  path: "/conversations/counts",
  summary: "How many conversations each tab of the inbox holds",
  tag: "Conversations",
  permission: "conversations:read",
  response: inboxCountsDto,
  handler: ({ ctx }) => countInbox(ctx),
});
