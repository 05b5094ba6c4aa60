import { route } from "@/lib/platform/http/route";
import { getConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput } from "@/lib/service/conversations/schemas";

export const GET = route({
  id: "getConversation",
  method: "GET",
  path: "/conversations/{id}",
  summary: "Read a conversation with its messages",
  tag: "Conversations",
  permission: "conversations:read",
  params: conversationIdInput,
  response: conversationDto,
  handler: ({ ctx, params }) => getConversation(ctx, params),
});
