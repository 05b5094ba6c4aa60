import { route } from "@/lib/platform/http/route";
import { resolveConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "resolveConversation",
  method: "POST",
  path: "/conversations/{id}/resolve",
  summary: "End the conversation",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  response: conversationDto,
  handler: ({ ctx, params }) => resolveConversation(ctx, params),
});
