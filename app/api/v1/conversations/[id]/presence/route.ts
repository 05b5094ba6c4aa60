import { route } from "@/lib/platform/http/route";
import { announcePresence } from "@/lib/service/conversations";
import { conversationIdInput, presenceInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "announcePresence",
  method: "POST",
  path: "/conversations/{id}/presence",
  summary: "Show colleagues that an agent looks at a conversation; to be said again every few seconds",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: presenceInput,
  status: 204,
  handler: ({ ctx, params, body }) => announcePresence(ctx, { ...params, ...body }),
});
