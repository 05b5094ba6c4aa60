import { route } from "@/lib/platform/http/route";
import { handBackConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "handBackConversation",
  method: "POST",
  path: "/conversations/{id}/handback",
  summary: "Give the conversation back to the bot",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  response: conversationDto,
  handler: ({ ctx, params }) => handBackConversation(ctx, params),
});
