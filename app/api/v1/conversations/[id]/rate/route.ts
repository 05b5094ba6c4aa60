import { route } from "@/lib/platform/http/route";
import { rateConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput, rateInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "rateConversation",
  method: "POST",
  path: "/conversations/{id}/rate",
  summary: "Store the customer's rating, 1 to 5",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: rateInput,
  response: conversationDto,
  handler: ({ ctx, params, body }) => rateConversation(ctx, { ...params, ...body }),
});
