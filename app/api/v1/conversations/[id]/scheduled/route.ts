import { route } from "@/lib/platform/http/route";
import { scheduleMessage } from "@/lib/service/conversations";
import {
  conversationDto,
  conversationIdInput,
  scheduleMessageInput,
} from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "scheduleMessage",
  method: "POST",
  path: "/conversations/{id}/scheduled",
  summary: "Keep a member's reply until its time; held when the customer writes before",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: scheduleMessageInput,
  response: conversationDto,
  handler: ({ ctx, params, body }) => scheduleMessage(ctx, { ...params, ...body }),
});
