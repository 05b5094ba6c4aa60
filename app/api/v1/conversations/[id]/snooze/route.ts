import { route } from "@/lib/platform/http/route";
import { snoozeConversation } from "@/lib/service/conversations";
import { conversationDto, conversationIdInput, snoozeInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "snoozeConversation",
  method: "POST",
  path: "/conversations/{id}/snooze",
  summary: "Put the conversation aside until an instant",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: snoozeInput,
  response: conversationDto,
  handler: ({ ctx, params, body }) => snoozeConversation(ctx, { ...params, ...body }),
});
