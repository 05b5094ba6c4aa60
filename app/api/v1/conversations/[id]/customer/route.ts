import { route } from "@/lib/platform/http/route";
import { linkCustomer } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput, linkCustomerBody } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "linkCustomer",
  method: "POST",
  path: "/conversations/{id}/customer",
  summary: "Say which customer a platform's person is, or that they are nobody who is known",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: linkCustomerBody,
  response: conversationDto,
  handler: ({ ctx, params, body }) => linkCustomer(ctx, { ...params, ...body }),
});
