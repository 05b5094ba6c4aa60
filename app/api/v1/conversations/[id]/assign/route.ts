import { route } from "@/lib/platform/http/route";
import { assignConversation } from "@/lib/service/conversations";
import { assignInput, conversationDto, conversationIdInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "assignConversation",
  method: "POST",
  path: "/conversations/{id}/assign",
  summary: "Give the conversation to a member, or to nobody",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: assignInput,
  response: conversationDto,
  handler: ({ ctx, params, body }) => assignConversation(ctx, { ...params, ...body }),
});
