import { route } from "@/lib/platform/http/route";
import { takeOverConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "takeOverConversation",
  method: "POST",
  path: "/conversations/{id}/takeover",
  summary: "Take the conversation: the bot is silent at once",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  response: conversationDto,
  handler: ({ ctx, params }) => takeOverConversation(ctx, params),
});
