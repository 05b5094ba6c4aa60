import { route } from "@/lib/platform/http/route";
import { labelConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput, labelsInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "labelConversation",
  method: "POST",
  path: "/conversations/{id}/labels",
  summary: "Put labels on a conversation and take others off",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: labelsInput,
  response: conversationDto,
  handler: ({ ctx, params, body }) => labelConversation(ctx, { ...params, ...body }),
});
