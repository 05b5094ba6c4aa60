import { route } from "@/lib/platform/http/route";
import { cancelScheduled } from "@/lib/service/conversations";
import { conversationDto, scheduledIdInput } from "@/lib/service/conversations/schemas";

export const DELETE = route({
  id: "cancelScheduledMessage",
  method: "DELETE",
  path: "/conversations/{id}/scheduled/{scheduledId}",
  summary: "Take back a reply that has not gone out",
  tag: "Conversations",
  permission: "conversations:write",
  params: scheduledIdInput,
  response: conversationDto,
  handler: ({ ctx, params }) => cancelScheduled(ctx, params),
});
