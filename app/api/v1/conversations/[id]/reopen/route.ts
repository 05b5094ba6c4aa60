import { route } from "@/lib/platform/http/route";
import { reopenConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "reopenConversation",
  method: "POST",
  path: "/conversations/{id}/reopen",
  summary: "Open a resolved or snoozed conversation again",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  response: conversationDto,
  handler: ({ ctx, params }) => reopenConversation(ctx, params),
});
