import { route } from "@/lib/platform/http/route";
import { announceTyping } from "@/lib/service/conversations";
import { conversationIdInput, typingInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "announceTyping",
  method: "POST",
  path: "/conversations/{id}/typing",
  summary: "Show that an agent is writing",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: typingInput,
  status: 204,
  handler: ({ ctx, params, body }) => announceTyping(ctx, { ...params, ...body }),
});
