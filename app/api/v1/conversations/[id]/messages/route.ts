import { route } from "@/lib/platform/http/route";
import { sendMessage } from "@/lib/service/conversations";
import { conversationIdInput, sendMessageInput, sentMessageDto } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "sendMessage",
  method: "POST",
  path: "/conversations/{id}/messages",
  summary: "Send a customer's or an agent's message; the same clientMessageId is stored once",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: sendMessageInput,
  response: sentMessageDto,
  handler: ({ ctx, params, body }) => sendMessage(ctx, { ...params, ...body }),
});
